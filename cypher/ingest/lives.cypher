// mode: read
// hot
// Facts that later ones may have changed: with the stages of their own, the later facts, rulings on those, and what was
// made of it last time. Of an appeal also the stages of the decision that it attacks.
UNWIND $ids AS id
MATCH (f:Fact {id: id})
CALL (f) {
  MATCH (f)-[:HAS_STAGE]->(s:Stage)
  WITH s ORDER BY s.position
  RETURN collect(s {.id, .stage, .date, .by_id, .amount_minor, .currency, .note, .unsourced, .until, .ruling, .told_by}) AS stages
}
CALL (f) {
  MATCH (f)<-[:CHANGES]-(r:Fact)
  WHERE r.derived AND r.withdrawn IS NULL
  WITH r ORDER BY r.id
  RETURN collect(r {
    .id, .relation, .date,
    by: CASE r.relation WHEN 'APPEALED' THEN COLLECT { MATCH (r)-[:PARTY {role: 'court'}]->(e:Entity) RETURN e.id LIMIT 1 }[0]
             ELSE r.subject_id END,
    published: COLLECT { MATCH (r)<-[:SUPPORTS]-(c:Claim)-[:STATED_IN]->(d:Document)
                         WHERE c.withdrawn IS NULL AND c.review <> 'rejected' AND d.published IS NOT NULL
                         RETURN d.published ORDER BY d.published LIMIT 1 }[0],
    undone: COLLECT {
      MATCH (r)<-[:CHANGES]-(upper:Fact)
      WHERE upper.derived AND upper.withdrawn IS NULL AND upper.relation IN ['ANNULLED', 'REVERSED']
      WITH upper ORDER BY upper.id
      RETURN upper {.id, .relation, .date, by: upper.subject_id, published: COLLECT {
        MATCH (upper)<-[:SUPPORTS]-(c:Claim)-[:STATED_IN]->(d:Document)
        WHERE c.withdrawn IS NULL AND c.review <> 'rejected' AND d.published IS NOT NULL
        RETURN d.published ORDER BY d.published LIMIT 1 }[0]}
    }
  }) AS later
}
CALL (f) {
  MATCH (f)-[:CHANGES]->(attacked:Fact)-[:HAS_STAGE]->(s:Stage)
  WHERE f.derived AND f.relation = 'APPEALED'
  WITH attacked, s ORDER BY attacked.id, s.position
  WITH attacked, collect(s {.stage, .date, .by_id, .note, .until, ruling: coalesce(s.ruling, attacked.id)}) AS own ORDER BY attacked.id
  RETURN collect(own)[0] AS attacked
}
RETURN f.id AS id, f.relation AS relation, f.subject_id AS subject, f.object_id AS object, f.date AS date, f.until AS until,
       f.own_status AS status, f.derived AS derived, stages, later, attacked,
       COLLECT { MATCH (f)-[:CHANGES]->(t:Fact) WHERE f.derived RETURN t.id ORDER BY t.id } AS below,
       COLLECT { MATCH (f)<-[:CHANGES]-(a:Fact {relation: 'APPEALED'}) WHERE a.derived RETURN a.id ORDER BY a.id } AS appeals
