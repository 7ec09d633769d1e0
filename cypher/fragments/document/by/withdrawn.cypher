  MATCH (d:Document)
  USING INDEX SEEK d:Document(withdrawn_key)
  WHERE d.withdrawn_key < $high
//> document/filters
