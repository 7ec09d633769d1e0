// mode: write
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject})-[r]->(o:Entity {id: row.object})
WHERE r.fact_id = row.id
DELETE r
RETURN count(r) AS written
