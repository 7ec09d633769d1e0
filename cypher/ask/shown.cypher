// mode: read
// hot
// variant key: date_key
// The facts of an answer, whole, in the order of their ids.
MATCH (g:_Graph {id: 'graph'})
CALL () {
  UNWIND range(0, size($ids) - 1) AS position
  MATCH (f:Fact {id: $ids[position]})
  WITH f, position ORDER BY position
  WITH f, null AS more
//> fact/shape
  RETURN collect(fact) AS items
}
RETURN items, g.revision AS revision
