  MATCH (f:Fact)
  WHERE f.relation = $relation AND f.__key__ > $low AND f.__key__ < $high
//> fact/filters
