// mode: read
// hot
MATCH (g:_Graph {id: 'graph'})
CALL () {
  MATCH (a:_AuditEntry)
  WHERE a.position < $high
  WITH a ORDER BY a.position DESC LIMIT $limit
  RETURN collect(a {.at, .who, .key, .action, .target, .transactions}) AS items, collect(a.position) AS keys
}
RETURN items, keys, g.revision AS revision
