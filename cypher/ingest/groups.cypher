// mode: read
// hot
// All current claims of machines between two parties about one relation, and the facts that stand there now.
UNWIND $groups AS group
CALL (group) {
  UNWIND CASE WHEN group.symmetric THEN [[group.subject, group.object], [group.object, group.subject]]
              ELSE [[group.subject, group.object]] END AS ends
  MATCH (c:Claim {relation: group.relation, subject_id: ends[0], object_id: ends[1]})-[:STATED_IN]->(d:Document)
  WHERE NOT c.extractor IN ['curated', 'list'] AND c.withdrawn IS NULL AND c.modality = 'asserted' AND c.review <> 'rejected'
  RETURN collect(DISTINCT {
    claim: c.id, source: d.independence_key, amount_minor: c.amount_minor, currency: c.currency, date: c.date,
    published: d.published, accepted: c.review = 'accepted', founds: NOT d.kind IN $uncounted, articles: c.articles, roles: c.role_ids,
    inferred: c.date IS NOT NULL AND coalesce(c.date_text, '') = '' AND c.as_read IS NULL
  }) AS claims
}
CALL (group) {
  UNWIND CASE WHEN group.symmetric THEN [[group.subject, group.object], [group.object, group.subject]]
              ELSE [[group.subject, group.object]] END AS ends
  MATCH (f:Fact {relation: group.relation, subject_id: ends[0], object_id: ends[1]})
  USING INDEX SEEK f:Fact(relation, subject_id, object_id)
  RETURN collect(DISTINCT f {
    .id, .date, .amount_minor, .currency, .derived, .withdrawn, .withdrawn_reason, .concerns,
    about: COLLECT { MATCH (f)-[:CHANGES*1..3]->(changed:Fact) WHERE NOT f.derived RETURN DISTINCT changed.object_id },
    changes: COLLECT { MATCH (f)-[:CHANGES]->(changed:Fact) WHERE f.derived RETURN changed.id }
  }) AS facts
}
RETURN group.relation AS relation, group.subject AS subject, group.object AS object, claims, facts
