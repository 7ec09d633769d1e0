// mode: read
// hot
MATCH (g:_Graph {id: 'graph'})
OPTIONAL MATCH (d:Document {id: $id})
CALL (d) {
  OPTIONAL MATCH (d)<-[:STATED_IN]-(c:Claim)
  OPTIONAL MATCH (c)-[stance:SUPPORTS|DISPUTES]->(f:Fact)
  WITH c, stance, f ORDER BY c.start, c.id LIMIT 1000
  RETURN collect(CASE WHEN c IS NULL THEN null ELSE {
    id: c.id, relation: c.relation, subject: c.subject_id, object: c.object_id, modality: c.modality, review: c.review,
    stance: toLower(type(stance)), fact: f.id, quote: c.quote, start: c.start, end: c.end,
    amount_minor: c.amount_minor, currency: c.currency, date: c.date, rule: c.rule,
    confidence: c.confidence, read_as: c.read_as, withdrawn: c.withdrawn
  } END) AS claims
}
RETURN CASE WHEN d IS NULL THEN null ELSE properties(d) END AS properties, claims,
       COLLECT { MATCH (w:_Way)-[:_WAY_TO]->(d) RETURN properties(w) ORDER BY w.first, w.id LIMIT 100 } AS ways, g.revision AS revision
