// mode: read
// hot
MATCH (c:Case)
USING INDEX SEEK c:Case(date_key)
WHERE c.date_key < $high AND (NOT EXISTS { (c)<-[:PART_OF]-() } OR EXISTS { MATCH (c)<-[:PART_OF]-(f:Fact) WHERE f.withdrawn IS NULL })
WITH c LIMIT $limit
RETURN count(c) AS value
