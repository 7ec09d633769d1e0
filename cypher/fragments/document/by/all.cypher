  MATCH (d:Document)
  USING INDEX SEEK d:Document(published_key)
  WHERE d.published_key < $high
//> document/filters
