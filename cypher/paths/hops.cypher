// mode: read
// hot
// The facts that join the two of each pair: decisions before what is only business, the latest first. The pair says which relations
// there are; their facts are looked up, since either of the two may have thousands with others.
UNWIND $pairs AS pair
CALL (pair) {
  UNWIND [pair, reverse(pair)] AS ends
  MATCH ()-[l:_LINKED]->()
  USING INDEX SEEK l:_LINKED(first, second)
  WHERE l.first = ends[0] AND l.second = ends[1]
  UNWIND l.relations AS relation
  UNWIND [pair, reverse(pair)] AS parties
  MATCH (f:Fact)
  USING INDEX SEEK f:Fact(relation, subject_id, object_id)
  WHERE f.relation = relation AND f.subject_id = parties[0] AND f.object_id = parties[1] AND f.withdrawn IS NULL
    AND ($known_on IS NULL OR f.recorded <= $known_on) AND ($valid_on IS NULL OR f.day IS NULL OR f.day <= $valid_on)
  WITH f ORDER BY coalesce($weights[f.relation], 9), f.date DESC, f.id LIMIT $limit
  RETURN collect(f.id) AS facts
}
RETURN pair[0] AS first, pair[1] AS second, facts
