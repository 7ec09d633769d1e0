// mode: write
// A stage by a body that is not in the graph is not counted.
UNWIND $rows AS row
MATCH (f:Fact {id: row.fact})
CREATE (f)-[:HAS_STAGE]->(stage:Stage {id: row.id})
SET stage += row.properties, stage.recorded = $now
WITH stage, row
OPTIONAL MATCH (by:Entity {id: row.by})
WITH stage, row, by
WHERE row.by IS NULL OR by IS NOT NULL
FOREACH (body IN CASE WHEN by IS NULL THEN [] ELSE [by] END | CREATE (stage)-[:BY]->(body))
RETURN count(stage) AS written
