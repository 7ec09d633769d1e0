  CALL db.index.fulltext.queryNodes('document_text', $text) YIELD node AS d
  WITH d
  WHERE d.published_key < $high
//> document/filters
