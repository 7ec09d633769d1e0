// mode: read
// hot
// The log, the last judgement first.
MATCH (g:_Graph {id: 'graph'})
CALL () {
  MATCH (j:_Judgement)
  WHERE j.number < $high
  WITH j ORDER BY j.number DESC LIMIT $limit
  RETURN collect(j {.id, .left, .right, .verdict, .claims, .documents, .name, .score, .features, .who, .why, .recorded}) AS items,
         collect(toString(j.number)) AS keys
}
RETURN items, keys, g.revision AS revision
