// mode: read
// Facts of these authorities that rows of a list may tell of: all, or those about some objects and some by id. Those of the
// batch itself are left out.
UNWIND $subjects AS subject
MATCH (f:Fact)-[p:PARTY {role: 'subject'}]->(:Entity {id: subject})
WHERE f.withdrawn IS NULL AND NOT f.derived AND coalesce(f.batch, '') <> $batch
  AND ($objects IS NULL OR f.object_id IN $objects OR f.id IN $facts)
MATCH (o:Entity {id: f.object_id})
RETURN f.id AS id, f.relation AS relation, subject, f.object_id AS object, o.names AS names, f.date AS date,
       f.amount_minor AS amount_minor, f.currency AS currency,
       COLLECT { MATCH (f)<-[:SUPPORTS|DISPUTES]-(:Claim)-[:STATED_IN]->(d:Document) RETURN DISTINCT d.url } AS urls,
       COLLECT { MATCH (f)<-[:SUPPORTS|DISPUTES]-(c:Claim) WHERE c.case_number IS NOT NULL RETURN DISTINCT c.case_number } AS case_numbers
ORDER BY f.id
