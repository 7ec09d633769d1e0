// mode: read
// hot
// The facts that join the two of each pair: decisions before what is only business, the latest first.
UNWIND $pairs AS pair
MATCH (a:Entity {id: pair[0]})
MATCH (b:Entity {id: pair[1]})
CALL (a, b) {
  MATCH (a)-[r]-(b)
  WHERE r.fact_id IS NOT NULL
    AND ($known_on IS NULL AND $valid_on IS NULL OR EXISTS {
      MATCH (f:Fact {id: r.fact_id})
      WHERE ($known_on IS NULL OR f.recorded <= $known_on) AND ($valid_on IS NULL OR f.day IS NULL OR f.day <= $valid_on)
    })
  WITH DISTINCT r.fact_id AS id, type(r) AS relation, r.date AS date
  WITH id ORDER BY coalesce($weights[relation], 9), date DESC, id
  RETURN collect(id)[..$limit] AS facts
}
RETURN pair[0] AS first, pair[1] AS second, facts
