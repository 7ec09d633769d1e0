// mode: write
UNWIND $ids AS id
MATCH (f:Fact {id: id})
OPTIONAL MATCH (f)-[part:PARTY|FORMER_PARTY|CHANGES|UNDER|PART_OF]->()
DELETE part
WITH DISTINCT f
OPTIONAL MATCH (f)-[:HAS_STAGE]->(stage:Stage)
DETACH DELETE stage
RETURN count(DISTINCT f) AS written
