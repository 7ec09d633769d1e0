// mode: write
// Rows of a private batch stand beside the graph: no read of facts, entities or documents meets them.
MATCH (b:_Batch {id: $batch})
SET b.revision = coalesce(b.revision, 0) + 1
WITH b
UNWIND $rows AS row
MERGE (r:_PrivateRow {id: row.id})
SET r.recorded = coalesce(r.recorded, $now), r += row.properties
SET r.recorded_key = r.recorded + '|' + r.id
RETURN count(r) AS written
