// mode: read
// hot
MATCH (g:_Graph {id: 'graph'})
OPTIONAL MATCH (start:Entity {id: $id})
OPTIONAL MATCH (own:_Node {id: $id})
CALL () {
  MATCH (:_Node)-[l:_LINKED]->(:_Node)
  USING INDEX SEEK l:_LINKED(first, rank)
  WHERE l.first = $id AND l.rank < $high
  WITH l ORDER BY l.first DESC, l.rank DESC LIMIT $limit
  RETURN collect([l.rank, l, l.second]) AS forward
}
CALL () {
  MATCH (:_Node)-[l:_LINKED]->(:_Node)
  USING INDEX SEEK l:_LINKED(second, rank)
  WHERE l.second = $id AND l.first <> $id AND l.rank < $high
  WITH l ORDER BY l.second DESC, l.rank DESC LIMIT $limit
  RETURN collect([l.rank, l, l.first]) AS backward
}
CALL (forward, backward) {
  UNWIND forward + backward AS row
  WITH row[0] AS rank, row[1] AS l, row[2] AS other ORDER BY rank DESC LIMIT $limit
  MATCH (e:Entity {id: other})
  WITH rank, l, e ORDER BY rank DESC
  RETURN collect({
    entity: {id: e.id, name: e.name, caption: coalesce(e.caption, e.name), acronym: e.acronym, kind: e.kind, country: coalesce(e.region, e.country)},
    relations: l.relations, facts: l.facts, fined_eur: l.eur_minor / 100.0, last: l.last
  }) AS items, collect(rank) AS keys
}
RETURN start.id AS id, start.merged_into AS merged_into, items, keys,
       CASE WHEN own IS NULL THEN 0 ELSE COUNT { (own)-[:_LINKED]-() } END AS value, g.revision AS revision
