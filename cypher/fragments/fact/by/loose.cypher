  MATCH (f:Fact)
  USING INDEX SEEK f:Fact(loose, __key__)
  WHERE f.loose = true AND f.__key__ > range[0] AND f.__key__ < range[1]
//> fact/filters
