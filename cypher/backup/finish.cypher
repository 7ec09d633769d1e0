// mode: write
MATCH (m:_Migration {version: 0})
DELETE m
WITH count(m) AS ended
UNWIND $rows AS row
MERGE (g:_Graph {id: row.id})
SET g = row.properties
RETURN count(g) AS written
