  MATCH (f:Fact)
  USING INDEX SEEK f:Fact(country, __key__)
  WHERE f.country = $anchor AND f.__key__ > range[0] AND f.__key__ < range[1]
//> fact/filters
