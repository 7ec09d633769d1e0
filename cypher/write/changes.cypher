// mode: write
UNWIND $rows AS row
MATCH (f:Fact {id: row.fact})
MATCH (changed:Fact {id: row.changed})
CREATE (f)-[:CHANGES]->(changed)
RETURN count(changed) AS written
