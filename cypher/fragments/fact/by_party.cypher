  MATCH (f:Fact)-[p:PARTY]->()
  USING INDEX p:PARTY(entity_id, __key__)
  WHERE p.entity_id = $anchor AND p.__key__ > $low AND p.__key__ < $high
//> fact/filters
