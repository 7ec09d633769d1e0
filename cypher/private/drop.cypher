// mode: write
// Takes out the rows that a private batch has no more.
MATCH (b:_Batch {id: $batch})
SET b.revision = coalesce(b.revision, 0) + 1
WITH b
MATCH (r:_PrivateRow {batch: b.id})
WHERE NOT r.id IN $ids
DELETE r
RETURN count(r) AS written
