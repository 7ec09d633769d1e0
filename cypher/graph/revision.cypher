// mode: read
// hot
MATCH (g:Graph {id: 'graph'})
RETURN g.revision AS revision
