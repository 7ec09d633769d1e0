// mode: read
// hot
MATCH (g:_Graph {id: 'graph'})
OPTIONAL MATCH (c:Claim {id: $id})
OPTIONAL MATCH (c)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[stance:SUPPORTS|DISPUTES]->(f:Fact)
// Of a document that was withdrawn nothing is read, not in passages either.
WITH g, c, d, stance, f, d.withdrawn IS NULL AS shown
OPTIONAL MATCH (s:Entity {id: c.subject_id})
OPTIONAL MATCH (o:Entity {id: c.object_id})
RETURN CASE WHEN c IS NULL THEN null ELSE {
  id: c.id, relation: c.relation,
  subject: s {.id, .name, caption: coalesce(s.caption, s.name), .acronym, .kind, country: coalesce(s.region, s.country)},
  object: o {.id, .name, caption: coalesce(o.caption, o.name), .acronym, .kind, country: coalesce(o.region, o.country)},
  modality: c.modality, stance: toLower(type(stance)), review: c.review,
  fact: f {.id, .relation, .date},
  quote: CASE WHEN shown THEN c.quote END, start: c.start, end: c.end,
  subject_text: CASE WHEN shown THEN c.subject_text END, object_text: CASE WHEN shown THEN c.object_text END,
  amount_minor: c.amount_minor, currency: c.currency, amount_text: CASE WHEN shown THEN c.amount_text END,
  date: c.date, date_text: CASE WHEN shown THEN c.date_text END, articles: c.articles,
  extractor: c.extractor, extractor_version: c.extractor_version, rule: c.rule, confidence: c.confidence, read_as: c.read_as,
  recorded: c.recorded, withdrawn: c.withdrawn, withdrawn_reason: c.withdrawn_reason,
  document: d {.id, .title, .url, .publisher, .published, .kind}
} END AS claim, g.revision AS revision
