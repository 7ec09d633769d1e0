// mode: write
// Writing to the one Graph node first puts writers in a queue: none reads what another is about to change.
// A new graph starts at the time, so that a revision of a graph that was reset never means that of the one before.
MERGE (g:_Graph {id: 'graph'})
ON CREATE SET g.revision = timestamp()
SET g.locked = $now
RETURN g.revision AS revision
