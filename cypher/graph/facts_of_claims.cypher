// mode: read
// hot
UNWIND $ids AS id
MATCH (:Claim {id: id})-[:SUPPORTS|DISPUTES]->(f:Fact)
RETURN DISTINCT f.id AS id
