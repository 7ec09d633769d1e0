// mode: read
MATCH (a:Audit {kind: 'redaction'})
MATCH (g:Graph {id: 'redaction'})
WITH a, g ORDER BY a.recorded, a.id
RETURN properties(a) AS mark, g.key AS key
