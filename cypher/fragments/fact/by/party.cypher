  MATCH (f:Fact)-[p:PARTY]->()
  USING INDEX SEEK p:PARTY(entity_id, __key__)
  WHERE p.entity_id = $anchor AND p.__key__ > range[0] AND p.__key__ < range[1]
//> fact/filters
