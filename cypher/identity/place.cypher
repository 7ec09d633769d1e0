// mode: write
// What a claim means now. Where it belongs is decided anew.
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
OPTIONAL MATCH (c)-[old:SUPPORTS|DISPUTES]->(:Fact)
DELETE old
WITH DISTINCT c, row
SET c.subject_id = row.subject, c.object_id = row.object, c.role_ids = row.roles
RETURN count(c) AS written
