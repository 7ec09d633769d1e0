// mode: read
MATCH (r:_PrivateRow {batch: $batch})
WHERE r.id > $after
RETURN r.id AS id, r.said AS said
ORDER BY id
LIMIT $limit
