// mode: read
// hot
// variant anchor: all, country, kind, text
MATCH (g:_Graph {id: 'graph'})
CALL () {
//> entity/by/__anchor__
//> entity/order/__anchor__
//> entity_shape
}
RETURN items, keys, g.revision AS revision
