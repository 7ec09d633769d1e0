// mode: read
// hot
MATCH (g:_Graph {id: 'graph'})
WITH g, $ids AS ids
CALL (ids) {
  UNWIND range(0, size(ids) - 1) AS place
  MATCH (f:Fact {id: ids[place]})
  WHERE $withdrawn OR f.withdrawn IS NULL
  WITH f, {place: place} AS more
//> fact/shape
  WITH fact, more ORDER BY more.place
  RETURN collect(fact) AS items
}
RETURN items, g.revision AS revision
