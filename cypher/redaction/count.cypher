// mode: read
MATCH (a:_Audit {kind: 'redaction'})
WHERE a.recorded + '|' + a.id < $high
WITH a LIMIT $limit
RETURN count(a) AS value
