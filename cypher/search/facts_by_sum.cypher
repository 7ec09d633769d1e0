// mode: read
// hot
// Facts with a sum, whoever they are about, the latest first.
CALL () {
  MATCH (f:Fact)
  USING INDEX SEEK f:Fact(amount)
  WHERE f.amount >= $low AND f.amount <= $high
    AND f.withdrawn IS NULL
    AND ($relations IS NULL OR f.relation IN $relations)
    AND ($currency IS NULL OR f.currency = $currency)
    AND ($year IS NULL OR f.day STARTS WITH $year)
  WITH f, 1.0 AS score ORDER BY f.date_key DESC LIMIT $limit
//> found_fact
}
RETURN facts
