  MATCH (f:Fact)
  USING INDEX SEEK f:Fact(relation, object_id, __key__)
  WHERE f.relation = $relation AND f.object_id = $anchor AND f.__key__ > range[0] AND f.__key__ < range[1]
//> fact/filters
