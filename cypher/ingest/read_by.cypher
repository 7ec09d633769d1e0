// mode: write
// A document that is written in parts says so until the last of them; then:
// Which extractor has read a document last, in which version, and with what known of it. Its claims of an older version,
// or of a reading that knew less, are withdrawn; what such a reading had taken back and this one says comes back.
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
SET d.writing = CASE WHEN row.last THEN null ELSE 'being written: ' + size(row.claims) + ' claims so far' END
WITH d, row
WHERE row.last
SET d.read_by = [mark IN coalesce(d.read_by, []) WHERE NOT mark STARTS WITH row.extractor + ' '] + row.mark,
    d.read_with = row.read_with
WITH d, row
MATCH (d)<-[:STATED_IN]-(c:Claim)
WHERE c.extractor = row.extractor
WITH c, row, c.extractor_version = row.version AND c.id IN row.claims AS said
WHERE (NOT said AND c.withdrawn IS NULL) OR (said AND c.withdrawn_reason STARTS WITH 'read again by ')
SET c.withdrawn = CASE WHEN said THEN null ELSE $now END,
    c.withdrawn_reason = CASE WHEN said THEN null ELSE 'read again by ' + row.mark END
WITH c
OPTIONAL MATCH (c)-[:SUPPORTS|DISPUTES]->(f:Fact)
RETURN c.id AS claim, c.relation AS relation, c.subject_id AS subject, c.object_id AS object, c.extractor AS extractor, f.id AS fact
