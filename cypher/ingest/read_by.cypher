// mode: write
// Which extractor has read a document last, in which version; the claims of an older version are withdrawn.
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
SET d.read_by = [mark IN coalesce(d.read_by, []) WHERE NOT mark STARTS WITH row.extractor + ' '] + row.mark
WITH d, row
MATCH (d)<-[:STATED_IN]-(c:Claim)
WHERE c.extractor = row.extractor AND c.extractor_version <> row.version AND c.withdrawn IS NULL
SET c.withdrawn = $now, c.withdrawn_reason = 'read again by ' + row.mark
WITH c
OPTIONAL MATCH (c)-[:SUPPORTS|DISPUTES]->(f:Fact)
RETURN c.id AS claim, c.relation AS relation, c.subject_id AS subject, c.object_id AS object, c.extractor AS extractor, f.id AS fact
