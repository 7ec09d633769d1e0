  MATCH (f:Fact)
  USING INDEX f:Fact(country, __key__)
  WHERE f.country = $anchor AND f.__key__ > $low AND f.__key__ < $high
//> fact/filters
