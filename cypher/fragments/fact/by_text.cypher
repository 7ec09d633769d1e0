  CALL db.index.fulltext.queryNodes('fact_text', $text) YIELD node AS f
  WITH f
  WHERE f.__key__ > $low AND f.__key__ < $high
//> fact/filters
