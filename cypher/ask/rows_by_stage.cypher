// mode: read
// hot
// variant key: date_key, eur_key
// variant order: ASC, DESC
MATCH (g:_Graph {id: 'graph'})
CALL () {
//> ask/by_stage
//> ask/rows
}
RETURN items, g.revision AS revision
