// mode: read
// Also the record of a migration counts: the next one has to do what it says.
RETURN EXISTS { MATCH (n) WHERE NOT n:_Graph } AS some
