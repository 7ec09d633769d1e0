// mode: write
// A batch that has no rows any more.
MATCH (b:_Batch {id: $id})
OPTIONAL MATCH (r:_Records {id: 'list:' + $id})
DELETE b, r
RETURN count(*) AS written
