  MATCH (f:Fact)
  WHERE f.__key__ > $low AND f.__key__ < $high
//> fact/filters
