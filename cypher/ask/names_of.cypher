// mode: read
// hot
// The same of these alone.
MATCH (g:_Graph {id: 'graph'})
CALL () {
  UNWIND $ids AS id
  MATCH (e:Entity {id: id})
  WHERE e.merged_into IS NULL AND e.redacted IS NULL
//> ask/named
}
RETURN items, g.revision AS revision
