  MATCH (d:Document)
  USING INDEX SEEK d:Document(kind, published_key)
  WHERE d.kind = $anchor AND d.published_key < $high
//> document/filters
