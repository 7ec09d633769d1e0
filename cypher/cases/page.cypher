// mode: read
// hot
MATCH (g:_Graph {id: 'graph'})
CALL () {
  MATCH (c:Case)
  USING INDEX SEEK c:Case(date_key)
  WHERE c.date_key < $high AND (NOT EXISTS { (c)<-[:PART_OF]-() } OR EXISTS { MATCH (c)<-[:PART_OF]-(f:Fact) WHERE f.withdrawn IS NULL })
  WITH c ORDER BY c.date_key DESC LIMIT $limit
  CALL (c) {
    MATCH (c)<-[:PART_OF]-(f:Fact)
    WHERE f.withdrawn IS NULL
    RETURN count(f) AS facts, min(f.day) AS first, max(f.day) AS last, collect(DISTINCT f.relation) AS relations
  }
  RETURN collect({id: c.id, title: c.title, summary: c.summary, facts: facts, first: first, last: last, relations: relations}) AS items,
         collect(c.date_key) AS keys
}
RETURN items, keys, g.revision AS revision
