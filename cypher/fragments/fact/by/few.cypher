//> fact/few
  WITH f, range
  WHERE f.__key__ > range[0] AND f.__key__ < range[1]
//> fact/filters
