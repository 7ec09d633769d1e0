// mode: read
// hot
MATCH (g:_Graph {id: 'graph'})
OPTIONAL MATCH (c:Case {id: $id})
CALL (c) {
  MATCH (c)<-[:PART_OF]-(f:Fact)
  WHERE f.withdrawn IS NULL
  WITH f ORDER BY f.date_key
//> fact/whole
  WITH f, {stages: stages, changes: changes, changed_by: changed_by} AS more
//> fact/shape
  RETURN collect({fact: fact, more: more}) AS items
}
RETURN c {.id, .title, .summary} AS case_, items, g.revision AS revision
