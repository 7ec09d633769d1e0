// mode: write
UNWIND $ids AS id
MATCH (f:Fact {id: id})
OPTIONAL MATCH (f)-[:HAS_STAGE]->(stage:Stage)
DETACH DELETE f, stage
RETURN count(DISTINCT id) AS written
