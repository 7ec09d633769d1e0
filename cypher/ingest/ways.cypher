// mode: write
// The ways by which texts came: a new one, or one that was gone again.
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MERGE (w:_Way {id: row.id})
SET w = row
MERGE (w)-[:_WAY_TO]->(d)
RETURN count(w) AS written
