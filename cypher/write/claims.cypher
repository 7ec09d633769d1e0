// mode: write
UNWIND $rows AS row
MERGE (c:Claim {id: row.id})
SET c.recorded = coalesce(c.recorded, $now), c += row.properties
WITH c, row
OPTIONAL MATCH (c)-[old:STATED_IN|SUPPORTS|DISPUTES]->()
DELETE old
WITH DISTINCT c, row
MATCH (d:Document {id: row.document})
CREATE (c)-[:STATED_IN]->(d)
WITH c, row
OPTIONAL MATCH (f:Fact {id: row.fact})
FOREACH (fact IN CASE WHEN f IS NULL THEN [] ELSE [f] END | CREATE (c)-[:$(row.stance)]->(fact))
RETURN count(c) AS written
