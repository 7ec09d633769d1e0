// mode: read
// hot
// What most depends on comes first: a fact that stands on unreviewed claims alone, weighed by its sum; then claims that
// found no fact because a person has to place them. Or by confidence, the least or the most sure first. What is no source, such as a case note of our own, waits for nobody.
MATCH (g:_Graph {id: 'graph'})
CALL () {
//> review_waiting
  OPTIONAL MATCH (c)-[stance:SUPPORTS|DISPUTES]->(f:Fact)
  WITH c, d, f, stance, CASE WHEN f IS NULL OR f.review = 'accepted' THEN 0 ELSE 1 END AS alone
  WITH c, d, f, stance, alone,
       CASE $sort
         WHEN 'confidence' THEN right('0000000' + toString(toInteger(coalesce(c.confidence, 1.0) * 1000000)), 7)
         WHEN '-confidence' THEN right('0000000' + toString(1000000 - toInteger(coalesce(c.confidence, 0.0) * 1000000)), 7)
         ELSE ''
       END
       + CASE WHEN coalesce(c.unsure, false) THEN '0' ELSE '1' END + toString(1 - alone) + coalesce(type(stance), 'Z')
       + right('000000000000000' + toString(999999999999999 - coalesce(f.amount_eur_minor, 0)), 15) + '|' + c.id AS key
  WHERE key > $low
  ORDER BY key LIMIT $limit
  MATCH (s:Entity {id: c.subject_id})
  MATCH (o:Entity {id: c.object_id})
  WITH * ORDER BY key
  RETURN collect({
    claim: c.id, relation: c.relation, unsure: coalesce(c.unsure, false), stance: toLower(type(stance)),
    subject: s {.id, .name, caption: coalesce(s.caption, s.name), .acronym, .kind, country: coalesce(s.region, s.country)},
    object: o {.id, .name, caption: coalesce(o.caption, o.name), .acronym, .kind, country: coalesce(o.region, o.country)},
    quote: c.quote, amount_minor: c.amount_minor, currency: c.currency, date: c.date, rule: c.rule,
    confidence: c.confidence,
    fact: f {.id, .relation, .date}, depends: alone = 1,
    document: d {.id, .title, .url, .publisher, .published, .kind}
  }) AS items, collect(key) AS keys
}
RETURN items, keys, g.revision AS revision
