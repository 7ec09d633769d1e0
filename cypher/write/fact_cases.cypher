// mode: write
UNWIND $rows AS row
MATCH (f:Fact {id: row.fact})
MATCH (c:Case {id: row.case})
CREATE (f)-[:PART_OF]->(c)
RETURN count(c) AS written
