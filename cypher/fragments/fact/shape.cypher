  CALL (f) {
    MATCH (f)-[p:PARTY]->(e:Entity)
    RETURN collect({role: p.role, entity: {id: e.id, name: e.name, caption: coalesce(e.caption, e.name), acronym: e.acronym, kind: e.kind, country: coalesce(e.region, e.country)}}) AS parties
  }
  CALL (f) {
    OPTIONAL MATCH (f)-[:PART_OF]->(k:Case)
    RETURN CASE WHEN k IS NULL THEN null ELSE {id: k.id, title: k.title} END AS case_
  }
  CALL (f) {
    MATCH (f)<-[stance:SUPPORTS|DISPUTES]-(c:Claim)-[:STATED_IN]->(d:Document)
    WHERE c.withdrawn IS NULL AND ($known_on IS NULL OR c.recorded <= $known_on)
    WITH c, d, stance
    ORDER BY CASE WHEN d.kind IN ['official', 'court'] THEN 0 WHEN d.kind = 'press' THEN 1 WHEN d.kind IN ['note', 'memory'] THEN 3 ELSE 2 END, c.quote IS NULL, d.published_key, c.id
    WITH collect([c, d, stance]) AS rows
    RETURN [row IN rows[0..$claims] | {
      claim: row[0].id, stance: toLower(type(row[2])), modality: row[0].modality, review: row[0].review,
      quote: row[0].quote, start: row[0].start, end: row[0].end, confidence: row[0].confidence, read_as: row[0].read_as,
      found: row[0].found, checked_on: row[0].checked_on,
      document: {
        id: row[1].id, title: row[1].title, url: row[1].url, publisher: row[1].publisher, published: row[1].published, kind: row[1].kind,
        title_from_address: coalesce(row[1].title_from_address, false)
      }
    }] AS evidence, size(rows[$claims..]) AS more_evidence
  }
//> fact/on_day
  WITH f, more, parties, case_, evidence, more_evidence, may, early, uncertain,
       CASE WHEN $valid_on IS NULL THEN size(f.timeline_from) - 1 ELSE coalesce(may[0], -1) END AS at
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
    status_since: CASE WHEN at < 0 OR f.timeline_date[at] = '' THEN null ELSE f.timeline_date[at] END,
    status_since_reason: CASE WHEN at < 0 OR f.timeline_reason[at] = '' THEN null ELSE f.timeline_reason[at] END,
    status_certain: NOT uncertain,
    statuses: CASE WHEN uncertain THEN CASE WHEN early THEN [null] ELSE [] END
      + [i IN may WHERE none(j IN may WHERE j < i AND f.timeline_status[j] = f.timeline_status[i]) | f.timeline_status[i]]
      ELSE null END,
    stands: CASE WHEN at < 0 OR early OR any(i IN may WHERE f.timeline_stands[i] <> f.timeline_stands[at]) THEN null
      ELSE CASE f.timeline_stands[at] WHEN 1 THEN true WHEN 0 THEN false ELSE null END END,
    payment: [i IN range(size(coalesce(f.payments, [])) - 1, 0, -1)
      WHERE $valid_on IS NULL OR '' < f.payments_from[i] <= $valid_on | f.payments[i]][0],
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
    tier: f.tier,
    found: f.found,
    checked_on: f.checked_on,
    recorded: f.recorded,
    evidence: evidence,
    more_evidence: more_evidence
  } AS fact
