// mode: read
// hot
// A claim as a correction finds it, with the corrections of it, the first one first.
MATCH (c:Claim {id: $id})-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[:SUPPORTS|DISPUTES]->(f:Fact)
WITH c, d, collect(f.id)[0] AS fact
RETURN c {.relation, .subject, .object, .subject_id, .object_id, .modality, .amount_minor, .currency, .date} AS says,
       c.as_read AS as_read, coalesce(c.roles, []) AS roles, c.extractor AS extractor, c.withdrawn AS withdrawn, d.id AS document, fact,
       COLLECT {
         MATCH (c)<-[:_OF]-(k:_Correction)
         WITH k ORDER BY k.key
         RETURN k {.id, .right, .takes_back}
       } AS corrections,
       COLLECT { MATCH (c)<-[:_OF]-(v:_Review) RETURN v.review ORDER BY v.when DESC LIMIT 1 }[0] AS verdict
