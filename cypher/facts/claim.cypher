// mode: read
// hot
MATCH (g:Graph {id: 'graph'})
OPTIONAL MATCH (c:Claim {id: $id})
OPTIONAL MATCH (c)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[stance:SUPPORTS|DISPUTES]->(f:Fact)
OPTIONAL MATCH (s:Entity {id: c.subject_id})
OPTIONAL MATCH (o:Entity {id: c.object_id})
RETURN CASE WHEN c IS NULL THEN null ELSE {
  id: c.id, relation: c.relation,
  subject: s {.id, .name, .kind, country: coalesce(s.region, s.country)},
  object: o {.id, .name, .kind, country: coalesce(o.region, o.country)},
  modality: c.modality, stance: toLower(type(stance)), review: c.review,
  fact: f {.id, .relation, .date},
  quote: c.quote, start: c.start, end: c.end, subject_text: c.subject_text, object_text: c.object_text,
  amount_minor: c.amount_minor, currency: c.currency, amount_text: c.amount_text,
  date: c.date, date_text: c.date_text, articles: c.articles,
  extractor: c.extractor, extractor_version: c.extractor_version, rule: c.rule,
  recorded: c.recorded, withdrawn: c.withdrawn, withdrawn_reason: c.withdrawn_reason,
  document: d {.id, .title, .url, .publisher, .published, .kind}
} END AS claim, g.revision AS revision
