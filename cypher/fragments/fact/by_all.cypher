  MATCH (f:Fact)
  USING INDEX f:Fact(__key__)
  WHERE f.__key__ > $low AND f.__key__ < $high
//> fact/filters
