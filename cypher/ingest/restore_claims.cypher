// mode: write
UNWIND $ids AS id
MATCH (d:Document {id: id})
SET d.withdrawn = null, d.withdrawn_reason = null
WITH d
MATCH (d)<-[:STATED_IN]-(c:Claim)
WHERE c.withdrawn IS NOT NULL
REMOVE c.withdrawn, c.withdrawn_reason
RETURN count(c) AS written
