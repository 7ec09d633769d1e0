// mode: read
// hot
// variant anchor: all, country, disputed, few, object, parties, party, relation, subject, text
// variant key: date_key, eur_key, recorded_key
// variant order: ASC, DESC
MATCH (g:_Graph {id: 'graph'})
CALL () {
  // In turn: what has no value comes last in either direction.
  UNWIND $ranges AS range
  CALL (range) {
//> fact/by/__anchor__
//> fact/order/__anchor__
    RETURN f
  }
  WITH f LIMIT $limit
  RETURN collect(f.id) AS ids, collect(f.__key__) AS keys, collect(coalesce(f.edition, 0)) AS editions
}
RETURN ids, keys, editions, g.revision AS revision
