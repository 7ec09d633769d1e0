// mode: read
// The best of each kind; a name that matches exactly comes before one that only resembles.
MATCH (g:Graph {id: 'graph'})
CALL () {
  CALL db.index.fulltext.queryNodes('entity_text', $any_word, {limit: $limit * 4}) YIELD node AS e, score
  WITH e, score + CASE WHEN any(name IN e.names WHERE toLower(name) = $exact) OR e.id = $exact THEN 100.0 ELSE 0.0 END AS score
  WHERE e.merged_into IS NULL
  WITH e, score, COUNT { (e)<-[:PARTY]-() } AS facts
  ORDER BY score DESC, facts DESC, e.id LIMIT $limit
  RETURN collect({
    id: e.id, name: e.name, kind: e.kind, country: coalesce(e.region, e.country), aliases: e.aliases, facts: facts, score: score
  }) AS entities
}
CALL () {
  CALL db.index.fulltext.queryNodes('fact_text', $text, {limit: $limit}) YIELD node AS f, score
  WHERE f.withdrawn IS NULL
  WITH f, score ORDER BY score DESC, f.date_key DESC
  MATCH (s:Entity {id: f.subject_id})
  MATCH (o:Entity {id: f.object_id})
  RETURN collect({
    id: f.id, relation: f.relation, date: f.date, status: f.status, summary: f.summary,
    subject: s {.id, .name, .kind, country: coalesce(s.region, s.country)},
    object: o {.id, .name, .kind, country: coalesce(o.region, o.country)},
    amount: CASE WHEN f.amount_minor IS NULL THEN null ELSE {value: f.amount, currency: f.currency, eur: f.amount_eur} END,
    score: score
  }) AS facts
}
CALL () {
  CALL db.index.fulltext.queryNodes('document_text', $text, {limit: $limit}) YIELD node AS d, score
  WITH d, score ORDER BY score DESC, d.published_key DESC
  RETURN collect({id: d.id, title: d.title, url: d.url, publisher: d.publisher, published: d.published, kind: d.kind, score: score}) AS documents
}
RETURN entities, facts, documents, g.revision AS revision
