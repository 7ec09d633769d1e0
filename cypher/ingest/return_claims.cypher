// mode: write
// Curated claims whose record is back; gives the facts that they stand for.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
WHERE c.withdrawn_reason = $reason
SET c.withdrawn = null, c.withdrawn_reason = null
WITH c
MATCH (c)-[:SUPPORTS|DISPUTES]->(f:Fact)
RETURN DISTINCT f.id AS id
