// mode: read
// All that readiness follows from, at once: how far the graph is and which migrations it has.
MATCH (g:_Graph {id: 'graph'})
RETURN g.revision AS revision, g.changed AS changed,
  COLLECT { MATCH (m:_Migration) RETURN [m.version, m.name, m.checksum, m.applied] ORDER BY m.version } AS migrations
