  CALL db.index.fulltext.queryNodes('fact_text', $text) YIELD node AS f
  WITH f, range
  WHERE f.__key__ > range[0] AND f.__key__ < range[1]
//> fact/filters
