// mode: write
// Writing to the one Graph node first puts writers in a queue: none reads what another is about to change.
MERGE (g:Graph {id: 'graph'})
ON CREATE SET g.revision = 0
SET g.locked = $now
RETURN g.revision AS revision
