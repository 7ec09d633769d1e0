// mode: read
// hot
MATCH (g:_Graph {id: 'graph'})
RETURN g.revision AS revision
