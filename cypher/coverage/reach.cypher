// mode: read
// hot
// How far decisions reach, and when the graph changed last.
MATCH (g:_Graph {id: 'graph'})
CALL () {
  OPTIONAL MATCH (f:Fact)
  USING INDEX SEEK f:Fact(date_key)
  WHERE f.date_key > '0001' AND f.withdrawn IS NULL
  RETURN f.day AS first ORDER BY f.date_key LIMIT 1
}
CALL () {
  OPTIONAL MATCH (f:Fact)
  USING INDEX SEEK f:Fact(date_key)
  WHERE f.date_key > '0001' AND f.withdrawn IS NULL
  RETURN f.day AS last ORDER BY f.date_key DESC LIMIT 1
}
RETURN first, last, g.changed AS changed, g.revision AS revision
