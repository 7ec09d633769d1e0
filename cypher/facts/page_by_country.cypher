// mode: read
// hot
// variant key: date_key, eur_key, recorded_key
// variant order: ASC, DESC
MATCH (g:Graph {id: 'graph'})
CALL () {
//> fact/by_country
  WITH f ORDER BY f.country __order__, f.__key__ __order__ LIMIT $limit
  WITH f, null AS more
//> fact/shape
  RETURN collect(fact) AS items, collect(key) AS keys
}
RETURN items, keys, g.revision AS revision
