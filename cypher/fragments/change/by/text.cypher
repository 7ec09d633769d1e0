  CALL db.index.fulltext.queryNodes('fact_text', $text) YIELD node AS f
  WITH f
  WHERE $narrowed
    AND ($parties IS NULL OR EXISTS { MATCH (f)-[:PARTY|FORMER_PARTY]->(e:Entity) WHERE e.id IN $parties })
//> fact/filters
  MATCH (c:_Change)-[:_OF]->(f)
  WHERE c.key > $low AND c.key < $high AND ($kinds IS NULL OR c.kind IN $kinds)
