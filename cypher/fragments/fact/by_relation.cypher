  MATCH (f:Fact)
  USING INDEX f:Fact(relation, __key__)
  WHERE f.relation = $relation AND f.__key__ > $low AND f.__key__ < $high
//> fact/filters
