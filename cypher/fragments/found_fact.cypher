  MATCH (s:Entity {id: f.subject_id})
  MATCH (o:Entity {id: f.object_id})
  RETURN collect({
    id: f.id, relation: f.relation, date: f.date, status: f.status, summary: f.summary,
    subject: s {.id, .name, caption: coalesce(s.caption, s.name), .acronym, .kind, country: coalesce(s.region, s.country)},
    object: o {.id, .name, caption: coalesce(o.caption, o.name), .acronym, .kind, country: coalesce(o.region, o.country)},
    amount: CASE WHEN f.amount_minor IS NULL THEN null ELSE {value: f.amount, currency: f.currency, eur: f.amount_eur} END,
    score: score
  }) AS facts
