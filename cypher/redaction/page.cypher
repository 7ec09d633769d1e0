// mode: read
// There are as many as persons who asked for it: no index is needed.
MATCH (g:_Graph {id: 'graph'})
CALL () {
  MATCH (a:_Audit {kind: 'redaction'})
  WITH a, a.recorded + '|' + a.id AS key
  WHERE key < $high
  WITH a, key ORDER BY key DESC LIMIT $limit
  RETURN collect(a {.id, .who, .why, .recorded, .counts}) AS items, collect(key) AS keys
}
RETURN items, keys, g.revision AS revision
