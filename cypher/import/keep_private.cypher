// mode: write
// Rows of a private batch stand beside the graph: no read of facts, entities or documents meets them.
UNWIND $rows AS row
MERGE (r:_PrivateRow {id: row.id})
SET r.batch = row.batch, r.number = row.number, r.said = row.said
RETURN count(r) AS written
