// mode: read
// hot
MATCH (g:Graph {id: 'graph'})
OPTIONAL MATCH (start:Entity {id: $id})
CALL () {
  MATCH (a:Entity)-[l:LINKED]->(b:Entity)
  USING INDEX l:LINKED(first, rank)
  WHERE l.first = $id AND l.rank < $high
  WITH l, b ORDER BY l.first DESC, l.rank DESC LIMIT $limit
  RETURN collect([l.rank, l, b]) AS forward
}
CALL () {
  MATCH (a:Entity)-[l:LINKED]->(b:Entity)
  USING INDEX l:LINKED(second, rank)
  WHERE l.second = $id AND l.first <> $id AND l.rank < $high
  WITH l, a ORDER BY l.second DESC, l.rank DESC LIMIT $limit
  RETURN collect([l.rank, l, a]) AS backward
}
CALL (forward, backward) {
  UNWIND forward + backward AS row
  WITH row[0] AS rank, row[1] AS l, row[2] AS e ORDER BY rank DESC LIMIT $limit
  RETURN collect({
    entity: {id: e.id, name: e.name, kind: e.kind, country: coalesce(e.region, e.country)},
    relations: l.relations, facts: l.facts, fined_eur: l.eur_minor / 100.0, last: l.last
  }) AS items, collect(rank) AS keys
}
RETURN start.id AS id, start.merged_into AS merged_into, items, keys, COUNT { (start)-[:LINKED]-() } AS value, g.revision AS revision
