// mode: write
// What was withdrawn with a document comes back with it; what was withdrawn before for another reason does not.
UNWIND $ids AS id
MATCH (d:Document {id: id})
WITH d, d.withdrawn AS then
SET d.withdrawn = null, d.withdrawn_reason = null, d.withdrawn_key = null
WITH d, then
MATCH (d)<-[:STATED_IN]-(c:Claim)
WHERE c.withdrawn = then
REMOVE c.withdrawn, c.withdrawn_reason
WITH c
OPTIONAL MATCH (c)-[:SUPPORTS|DISPUTES]->(f:Fact)
RETURN c.id AS claim, c.relation AS relation, c.subject_id AS subject, c.object_id AS object, c.extractor AS extractor, f.id AS fact
