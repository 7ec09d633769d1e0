  MATCH (f:Fact)
  USING INDEX SEEK f:Fact(__key__)
  WHERE f.__key__ > range[0] AND f.__key__ < range[1]
//> fact/filters
