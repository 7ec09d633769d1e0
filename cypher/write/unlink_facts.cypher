// mode: write
// The hints matter: planned while there are no relationships yet, reading all of them for each fact looks cheap.
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject})-[r]->(o:Entity {id: row.object})
USING INDEX SEEK s:Entity(id)
USING INDEX SEEK o:Entity(id)
WHERE r.fact_id = row.id
DELETE r
RETURN count(r) AS written
