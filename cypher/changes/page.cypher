// mode: read
// hot
// variant anchor: all, text
// variant order: ASC, DESC
MATCH (g:_Graph {id: 'graph'})
CALL () {
//> change/by/__anchor__
  WITH c, f ORDER BY c.key __order__ LIMIT $limit
  OPTIONAL MATCH (s:Entity {id: f.subject_id})
  OPTIONAL MATCH (o:Entity {id: f.object_id})
  RETURN collect({
    id: c.id, at: c.at, kind: c.kind, reason: c.reason, source: c.source, facts: c.facts,
    fact: CASE WHEN f IS NULL THEN null ELSE f {
      .id, .relation, .date, .status, .currency, .amount_minor, .amount_eur, .tier, country: coalesce(f.region, f.country),
      subject: CASE WHEN s IS NULL THEN null ELSE s {.id, .name, caption: coalesce(s.caption, s.name), .acronym, .kind, country: coalesce(s.region, s.country)} END,
      object: CASE WHEN o IS NULL THEN null ELSE o {.id, .name, caption: coalesce(o.caption, o.name), .acronym, .kind, country: coalesce(o.region, o.country)} END,
      current: f:Fact AND f.withdrawn IS NULL
    } END,
    before: {status: c.before_status, amount_minor: c.before_amount_minor, currency: c.before_currency, date: c.before_date},
    after: {status: c.after_status, amount_minor: c.after_amount_minor, currency: c.after_currency, date: c.after_date}
  }) AS items, collect(c.key) AS keys
}
RETURN items, keys, g.revision AS revision
