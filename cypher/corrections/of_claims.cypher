// mode: read
// hot
// Claims among these that a person has corrected.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
WHERE c.as_read IS NOT NULL
RETURN c.id AS id
