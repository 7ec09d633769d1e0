// mode: write
UNWIND $rows AS row
MATCH (f:Fact {id: row.fact})
MATCH (law:Entity {id: row.law})
CREATE (f)-[:UNDER]->(law)
RETURN count(law) AS written
