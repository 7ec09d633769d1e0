// mode: write
// What a claim says now; where it belongs is decided anew. `as_read` is what was read, while a correction of it stands.
MATCH (c:Claim {id: $claim})
OPTIONAL MATCH (c)-[old:SUPPORTS|DISPUTES]->(:Fact)
DELETE old
WITH DISTINCT c
SET c += $says, c.subject_id = $says.subject, c.object_id = $says.object, c.role_ids = c.roles,
    c.as_read = $as_read, c.read_as = $read_as, c.review = $review, c.corrected = CASE WHEN $as_read IS NULL THEN null ELSE true END
RETURN count(c) AS written
