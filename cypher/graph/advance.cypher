// mode: write
MATCH (g:_Graph {id: 'graph'})
SET g.revision = g.revision + 1, g.changed = $now
RETURN g.revision AS revision
