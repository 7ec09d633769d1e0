// mode: read
MATCH (g:_Graph {id: 'graph'})
CALL () {
  MATCH (a:_Audit {kind: 'redaction'})
  WITH a ORDER BY a.recorded DESC, a.id
  RETURN collect(a {.id, .who, .why, .recorded, .counts}) AS items
}
RETURN items, g.revision AS revision
