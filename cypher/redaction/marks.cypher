// mode: read
MATCH (a:_Audit {kind: 'redaction'})
MATCH (g:_Graph {id: 'redaction'})
WITH a, g ORDER BY a.recorded, a.id
RETURN properties(a) AS mark, g.key AS key
