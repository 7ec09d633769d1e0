// mode: read
// hot
// variant key: date_key, eur_key, recorded_key
// variant order: ASC, DESC
// Rows of private batches as facts. The revision takes in the batches, which change without the graph's own.
MATCH (g:_Graph {id: 'graph'})
CALL () {
  UNWIND $ranges AS range
  CALL (range) {
//> private/rows
    RETURN f
  }
  WITH f LIMIT $limit
  WITH f, f {.opening, .batch} AS more
//> private/around
//> fact/item
  RETURN collect(fact {.*, kept: more}) AS items, collect(f.__key__) AS keys
}
CALL () {
  MATCH (b:_Batch)
  WHERE b.id IN $batches
  RETURN sum(b.revision) AS batched
}
RETURN items, keys, g.revision + batched AS revision
