// mode: read
// hot
// Facts in which one entity has a part, the largest sums first.
CALL () {
  MATCH (f:Fact)-[p:PARTY]->()
  USING INDEX SEEK p:PARTY(entity_id, eur_key)
  WHERE p.entity_id = $entity AND p.eur_key > ''
    AND f.withdrawn IS NULL
    AND ($relations IS NULL OR f.relation IN $relations)
    AND ($low IS NULL OR f.amount >= $low AND f.amount <= $high)
    AND ($currency IS NULL OR f.currency = $currency)
    AND ($year IS NULL OR f.day STARTS WITH $year)
  WITH f, 1.0 AS score, p ORDER BY p.entity_id DESC, p.eur_key DESC LIMIT $limit
//> found_fact
}
RETURN facts
