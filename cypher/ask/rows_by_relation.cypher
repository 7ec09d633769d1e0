// mode: read
// hot
// variant key: date_key, eur_key
// variant order: ASC, DESC
// In the order of the index, of each anchor no more than are asked for.
MATCH (g:_Graph {id: 'graph'})
CALL () {
  UNWIND $anchors AS anchor
  CALL (anchor) {
    MATCH (f:Fact)
    USING INDEX SEEK f:Fact(relation, __key__)
    WHERE f.relation = anchor AND f.__key__ > '' AND f.date_key > $low AND f.date_key < $high
//> ask/filters
    WITH f, status, since, standing ORDER BY f.relation __order__, f.__key__ __order__ LIMIT $limit
    RETURN f, status, since, standing
  }
//> ask/rows
}
RETURN items, g.revision AS revision
