// mode: write
// Withdraws curated claims whose record is gone; gives the facts that they stood for.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
WHERE c.withdrawn IS NULL
SET c.withdrawn = $now, c.withdrawn_reason = $reason
WITH c
MATCH (c)-[:SUPPORTS|DISPUTES]->(f:Fact)
RETURN DISTINCT f.id AS id
