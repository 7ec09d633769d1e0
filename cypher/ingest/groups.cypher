// mode: read
// hot
// All current claims of machines between two parties about one relation, and the facts that stand there now.
UNWIND $groups AS group
CALL (group) {
  UNWIND CASE WHEN group.symmetric THEN [[group.subject, group.object], [group.object, group.subject]]
              ELSE [[group.subject, group.object]] END AS ends
  MATCH (c:Claim {relation: group.relation, subject: ends[0], object: ends[1]})-[:STATED_IN]->(d:Document)
  WHERE c.extractor <> 'curated' AND c.withdrawn IS NULL AND c.modality = 'asserted' AND c.review <> 'rejected'
  RETURN collect(DISTINCT {
    claim: c.id, source: d.independence_key, amount_minor: c.amount_minor, currency: c.currency, date: c.date,
    published: d.published, accepted: c.review = 'accepted', founds: NOT d.kind IN $uncounted, articles: c.articles, roles: c.roles
  }) AS claims
}
CALL (group) {
  UNWIND CASE WHEN group.symmetric THEN [[group.subject, group.object], [group.object, group.subject]]
              ELSE [[group.subject, group.object]] END AS ends
  MATCH (f:Fact {relation: group.relation, subject_id: ends[0], object_id: ends[1]})
  WHERE f.date_key > '' // every fact has one, and only so the index over it serves
  RETURN collect(DISTINCT f {.id, .date, .amount_minor, .currency, .derived, .withdrawn}) AS facts
}
RETURN group.relation AS relation, group.subject AS subject, group.object AS object, claims, facts
