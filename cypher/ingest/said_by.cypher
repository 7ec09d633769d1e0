// mode: read
// hot
// What machines have read in documents.
UNWIND $ids AS id
MATCH (d:Document {id: id})<-[:STATED_IN]-(c:Claim)
WHERE c.withdrawn IS NULL
OPTIONAL MATCH (c)-[:SUPPORTS|DISPUTES]->(f:Fact)
RETURN c.id AS claim, c.relation AS relation, c.subject_id AS subject, c.object_id AS object, c.extractor AS extractor, f.id AS fact
