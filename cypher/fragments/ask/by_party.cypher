  UNWIND $anchors AS anchor
  MATCH (f:Fact)-[p:PARTY]->()
  USING INDEX SEEK p:PARTY(entity_id, date_key)
  WHERE p.entity_id = anchor AND p.date_key > $low AND p.date_key < $high
//> ask/filters
  // Two parties may share a fact.
  WITH DISTINCT f, status, since, standing
