  MATCH (f:Fact)-[p:PARTY]->()
  WHERE p.entity_id = $anchor AND p.__key__ > $low AND p.__key__ < $high
//> fact/filters
