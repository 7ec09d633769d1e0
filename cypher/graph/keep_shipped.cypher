// mode: write
// The graph holds all that these files say.
MERGE (g:_Graph {id: 'seed'})
SET g.mark = $mark
RETURN g.mark AS mark
