  MATCH (f:Fact)
  USING INDEX SEEK f:Fact(disputed, __key__)
  WHERE f.disputed = true AND f.__key__ > range[0] AND f.__key__ < range[1]
//> fact/filters
