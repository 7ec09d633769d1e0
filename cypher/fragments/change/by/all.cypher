  MATCH (c:_Change)
  USING INDEX SEEK c:_Change(key)
  WHERE c.key > $low AND c.key < $high AND ($kinds IS NULL OR c.kind IN $kinds)
  OPTIONAL MATCH (c)-[:_OF]->(f:Fact|_FormerFact)
  WITH c, f
  WHERE (f IS NULL AND NOT $narrowed) OR (f IS NOT NULL
    AND ($parties IS NULL OR f.subject_id IN $parties OR f.object_id IN $parties
         OR EXISTS { MATCH (f)-[:PARTY|FORMER_PARTY]->(e:Entity) WHERE e.id IN $parties })
//> fact/filters
  )
