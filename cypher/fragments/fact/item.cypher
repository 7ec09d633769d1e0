//> fact/on_day
  WITH f, more, parties, case_, evidence, more_evidence, may, early, uncertain,
       CASE WHEN $valid_on IS NULL THEN size(f.timeline_from) - 1 ELSE coalesce(may[0], -1) END AS at
  WITH f, more, {
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
