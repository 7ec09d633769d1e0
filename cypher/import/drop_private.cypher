// mode: write
MATCH (r:_PrivateRow {batch: $batch})
WHERE NOT r.id IN $ids
DELETE r
RETURN count(r) AS written
