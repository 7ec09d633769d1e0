// mode: read
// hot
MATCH (a:_AuditEntry)
WHERE a.position < $high
WITH a LIMIT $limit
RETURN count(a) AS value
