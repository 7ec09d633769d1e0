// mode: read
CALL () {
  CALL db.index.fulltext.queryNodes('fact_text', $text) YIELD node AS f, score
  WHERE f.withdrawn IS NULL
  WITH f, score LIMIT $limit
  WITH f, score ORDER BY score DESC, f.date_key DESC
//> found_fact
}
RETURN facts
