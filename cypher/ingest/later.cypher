// mode: read
// hot
// Appeals and rulings that machines read of: those with these ids, and those on what a body decided about another. With
// the words of their claims, what else those documents tell of, and every fact that they may be about.
CALL () {
  UNWIND $ids AS id
  MATCH (r:Fact {id: id})
  RETURN r
  UNION
  UNWIND $concerns AS key
  MATCH (r:Fact {concerns: key})
  RETURN r
}
WITH DISTINCT r
WHERE r.derived
CALL (r) {
  MATCH (r)<-[:SUPPORTS]-(c:Claim)-[:STATED_IN]->(d:Document)
  WHERE c.withdrawn IS NULL AND c.review <> 'rejected'
  RETURN collect({quote: c.quote, published: d.published, accepted: c.review = 'accepted', told: COLLECT {
    MATCH (d)<-[:STATED_IN]-(other:Claim)-[:SUPPORTS]->(f:Fact)
    WHERE other.withdrawn IS NULL AND other.review <> 'rejected' AND f.subject_id = r.object_id
    RETURN DISTINCT f.id
  }}) AS claims
}
CALL (r) {
  UNWIND $decisions AS relation
  MATCH (f:Fact {relation: relation, subject_id: r.object_id, object_id: split(r.concerns, '|')[1]})
  WHERE f.withdrawn IS NULL
  RETURN collect(f) AS decisions
}
CALL (r) {
  UNWIND $rulings AS relation
  MATCH (f:Fact {relation: relation, subject_id: r.object_id})
  WHERE f.date_key > '' // every fact has one, and only so the index over it serves
    AND f.withdrawn IS NULL AND f.id <> r.id
    AND (f.concerns ENDS WITH '|' + split(r.concerns, '|')[1]
         OR EXISTS { (f)-[:CHANGES]->(:Fact {object_id: split(r.concerns, '|')[1]}) })
  RETURN collect(f) AS others
}
CALL (decisions, others) {
  UNWIND decisions + others AS f
  RETURN collect(f {
    .id, .relation, .date, .amount_minor, .currency, .derived,
    stages: COLLECT { MATCH (f)-[:HAS_STAGE]->(s:Stage) WHERE s.ruling IS NULL
                      WITH s ORDER BY s.position RETURN s {.stage, .date, .by_id} }
  }) AS candidates
}
RETURN r.id AS id, r.relation AS relation,
       CASE r.relation WHEN 'APPEALED' THEN COLLECT { MATCH (r)-[:PARTY {role: 'court'}]->(e:Entity) RETURN e.id LIMIT 1 }[0]
            ELSE r.subject_id END AS by,
       r.date AS date, claims, candidates, COLLECT { MATCH (r)-[:CHANGES]->(f:Fact) RETURN f.id ORDER BY f.id } AS aimed
