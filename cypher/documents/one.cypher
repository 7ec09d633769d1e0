// mode: read
// hot
MATCH (g:Graph {id: 'graph'})
OPTIONAL MATCH (d:Document {id: $id})
CALL (d) {
  OPTIONAL MATCH (d)<-[:STATED_IN]-(c:Claim)
  OPTIONAL MATCH (c)-[stance:SUPPORTS|DISPUTES]->(f:Fact)
  WITH c, stance, f ORDER BY c.start, c.id LIMIT 1000
  RETURN collect(CASE WHEN c IS NULL THEN null ELSE {
    id: c.id, relation: c.relation, subject: c.subject_id, object: c.object_id, modality: c.modality, review: c.review,
    stance: toLower(type(stance)), fact: f.id, quote: c.quote, start: c.start, end: c.end,
    amount_minor: c.amount_minor, currency: c.currency, date: c.date, rule: c.rule, withdrawn: c.withdrawn
  } END) AS claims
}
RETURN CASE WHEN d IS NULL THEN null ELSE properties(d) END AS properties, claims, g.revision AS revision
