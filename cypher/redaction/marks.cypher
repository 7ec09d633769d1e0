// mode: read
MATCH (a:Audit {kind: 'redaction'})
MATCH (g:Graph {id: 'redaction'})
RETURN a.id AS id, a.names AS names, a.firsts AS firsts, a.parts AS parts, a.longest AS longest, a.why AS why, g.key AS key
ORDER BY a.recorded, a.id
