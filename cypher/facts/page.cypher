// mode: read
// hot
// variant anchor: all, country, disputed, few, object, parties, party, relation, subject, text
// variant key: date_key, eur_key, recorded_key
// variant order: ASC, DESC
MATCH (g:_Graph {id: 'graph'})
WITH g.revision AS revision
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
// A statement meets what is committed while it runs: where both revisions are one, nobody wrote meanwhile.
MATCH (g:_Graph {id: 'graph'})
RETURN ids, keys, editions, revision, g.revision AS until
