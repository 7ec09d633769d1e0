  CALL db.index.fulltext.queryNodes('entity_text', $text) YIELD node AS e
  WITH e
  WHERE e.name_key > $low
//> entity/filters
