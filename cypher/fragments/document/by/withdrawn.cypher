  MATCH (d:Document)
  USING INDEX d:Document(withdrawn_key)
  WHERE d.withdrawn_key < $high
//> document/filters
