// mode: write
// A claim that names a document or a fact which is not in the graph is not counted.
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
WITH c, row, f
WHERE row.fact IS NULL OR f IS NOT NULL
FOREACH (fact IN CASE WHEN f IS NULL THEN [] ELSE [f] END | CREATE (c)-[:$(row.stance)]->(fact))
RETURN count(c) AS written
