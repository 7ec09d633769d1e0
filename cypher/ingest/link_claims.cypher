// mode: write
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
OPTIONAL MATCH (c)-[old:SUPPORTS|DISPUTES]->(:Fact)
DELETE old
WITH DISTINCT c, row
SET c.unsure = row.unsure
WITH c, row
OPTIONAL MATCH (f:Fact {id: row.fact})
FOREACH (fact IN CASE WHEN f IS NULL THEN [] ELSE [f] END | CREATE (c)-[:$(row.stance)]->(fact))
RETURN count(c) AS written
