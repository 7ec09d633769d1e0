// mode: write
// A text that was superseded stands somewhere again: what it says comes back, but for what was withdrawn for another reason.
UNWIND $ids AS id
MATCH (d:Document {id: id})
WITH d, 'superseded by ' + d.superseded_by AS reason
OPTIONAL MATCH (d)<-[old:SUPERSEDES]-(:Document)
DELETE old
WITH DISTINCT d, reason
SET d.superseded_by = null
WITH d, reason
MATCH (d)<-[:STATED_IN]-(c:Claim)
WHERE c.withdrawn IS NOT NULL AND c.withdrawn_reason = reason
REMOVE c.withdrawn, c.withdrawn_reason
WITH c
OPTIONAL MATCH (c)-[:SUPPORTS|DISPUTES]->(f:Fact)
RETURN c.id AS claim, c.relation AS relation, c.subject_id AS subject, c.object_id AS object, c.extractor AS extractor, f.id AS fact
