// mode: read
MATCH (g:Graph {id: 'graph'})
CALL () {
  CALL db.index.fulltext.queryNodes('entity_text', $text) YIELD node AS e
  WITH e
  WHERE e.name_key > $low
    AND e.merged_into IS NULL
    AND ($kind IS NULL OR e.kind = $kind)
    AND ($country IS NULL OR e.country = $country OR e.region = $country)
  WITH e ORDER BY e.name_key LIMIT $limit
//> entity_shape
}
RETURN items, keys, g.revision AS revision
