// mode: read
// hot
// What most depends on comes first: a fact that stands on unreviewed claims alone, weighed by its sum; then claims that
// found no fact because a person has to place them.
MATCH (g:Graph {id: 'graph'})
CALL () {
  MATCH (c:Claim {review: 'unreviewed'})-[:STATED_IN]->(d:Document)
  WHERE c.recorded > '' AND c.withdrawn IS NULL AND c.modality = 'asserted' // every claim is; only so the index serves
  OPTIONAL MATCH (c)-[stance:SUPPORTS|DISPUTES]->(f:Fact)
  WITH c, d, f, stance, CASE WHEN f IS NULL OR f.review = 'accepted' THEN 0 ELSE 1 END AS alone
  ORDER BY c.unsure DESC, alone DESC, type(stance), coalesce(f.amount_eur_minor, 0) DESC, c.id
  SKIP $skip LIMIT $limit
  MATCH (s:Entity {id: c.subject_id})
  MATCH (o:Entity {id: c.object_id})
  RETURN collect({
    claim: c.id, relation: c.relation, unsure: coalesce(c.unsure, false), stance: toLower(type(stance)),
    subject: s {.id, .name, .kind, country: coalesce(s.region, s.country)},
    object: o {.id, .name, .kind, country: coalesce(o.region, o.country)},
    quote: c.quote, amount_minor: c.amount_minor, currency: c.currency, date: c.date, rule: c.rule,
    fact: f {.id, .relation, .date}, depends: alone = 1,
    document: d {.id, .title, .url, .publisher, .published, .kind}
  }) AS items
}
RETURN items, COUNT { (c:Claim {review: 'unreviewed'}) WHERE c.recorded > '' AND c.withdrawn IS NULL AND c.modality = 'asserted' } AS value,
       g.revision AS revision
