  MATCH (f:Fact)
  USING INDEX SEEK f:Fact(relation, __key__)
  WHERE f.relation = $relation AND f.__key__ > range[0] AND f.__key__ < range[1]
//> fact/filters
