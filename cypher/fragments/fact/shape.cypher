  CALL (f) {
    MATCH (f)-[p:PARTY]->(e:Entity)
    RETURN collect({role: p.role, entity: {id: e.id, name: e.name, kind: e.kind, country: coalesce(e.region, e.country)}}) AS parties
  }
  CALL (f) {
    OPTIONAL MATCH (f)-[:PART_OF]->(k:Case)
    RETURN CASE WHEN k IS NULL THEN null ELSE {id: k.id, title: k.title} END AS case_
  }
  CALL (f) {
    MATCH (f)<-[stance:SUPPORTS|DISPUTES]-(c:Claim)-[:STATED_IN]->(d:Document)
    WHERE c.withdrawn IS NULL AND ($known_on IS NULL OR c.recorded <= $known_on)
    WITH c, d, stance ORDER BY d.published_key, c.id
    RETURN collect({
      claim: c.id, stance: toLower(type(stance)), modality: c.modality, review: c.review,
      quote: c.quote, start: c.start, end: c.end,
      document: {id: d.id, title: d.title, url: d.url, publisher: d.publisher, published: d.published, kind: d.kind}
    }) AS evidence
  }
  WITH f, more, parties, case_, evidence, CASE
    WHEN $valid_on IS NULL THEN size(f.timeline_from) - 1
    ELSE coalesce([i IN range(size(f.timeline_from) - 1, 0, -1) WHERE f.timeline_from[i] <= $valid_on][0], -1)
  END AS at
  WITH f, more, f.__key__ AS key, {
    id: f.id,
    relation: f.relation,
    subject: [p IN parties WHERE p.role = 'subject' | p.entity][0],
    object: [p IN parties WHERE p.role = 'object' | p.entity][0],
    parties: [p IN parties WHERE NOT p.role IN ['subject', 'object']],
    date: f.date,
    date_precision: f.date_precision,
    announced: f.announced,
    start: f.start,
    end: f.end,
    amount: CASE WHEN f.amount_minor IS NULL THEN null ELSE {
      value: f.amount, currency: f.currency, eur: f.amount_eur, rate: toFloat(f.rate), rate_date: f.rate_date,
      eur_reason: f.eur_reason, qualifier: f.amount_qualifier, kind: f.amount_kind, note: f.amount_note,
      shared_by: CASE WHEN f.amount_shared THEN f.action ELSE null END
    } END,
    status: CASE WHEN at < 0 THEN null ELSE f.timeline_status[at] END,
    status_since: CASE WHEN at < 0 THEN null ELSE f.timeline_from[at] END,
    stands: CASE WHEN at < 0 THEN null ELSE CASE f.timeline_stands[at] WHEN 1 THEN true WHEN 0 THEN false ELSE null END END,
    role: f.role,
    summary: f.summary,
    articles: f.articles,
    laws: f.laws,
    country: coalesce(f.region, f.country),
    action: f.action,
    case: case_,
    sources: {documents: f.documents, independent: f.independent},
    unsourced: f.unsourced,
    review: f.review,
    recorded: f.recorded,
    evidence: evidence
  } AS fact
