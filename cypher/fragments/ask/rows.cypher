  WITH f, status, since, standing ORDER BY f.__key__ __order__ LIMIT $limit
  RETURN collect({
    id: f.id, relation: f.relation, subject: f.subject_id, object: f.object_id, date: f.date, day: f.day,
    announced: f.announced, action: f.action, sum_key: f.sum_key, minor: f.amount_minor, currency: f.currency,
    eur_minor: f.amount_eur_minor, counts: f.amount_counts, shared: f.amount_shared, qualifier: f.amount_kind,
    status: status, since: since, standing: standing, role: f.role, summary: f.summary, articles: f.articles,
    stages: COLLECT {
      MATCH (f)-[:HAS_STAGE]->(s:Stage)
      RETURN {stage: s.stage, date: s.date, minor: s.amount_minor, currency: s.currency, by: s.by_id} ORDER BY s.position
    },
    // Whom a ruling concerns: the parties of what it changes.
    about: CASE WHEN f.relation IN ['ANNULLED', 'REVERSED', 'UPHELD'] THEN COLLECT {
      MATCH (f)-[:CHANGES*1..3]->(changed:Fact)
      UNWIND [changed.subject_id, changed.object_id] AS id
      RETURN DISTINCT id
    } ELSE [] END,
    others: COLLECT {
      MATCH (f)-[p:PARTY]->(e:Entity) WHERE NOT p.role IN ['subject', 'object']
      RETURN {role: p.role, id: e.id} ORDER BY p.role, e.id
    }
  }) AS items
