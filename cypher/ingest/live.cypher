// mode: write
// Stages that later facts bring stand among those of the fact's own row, and name the fact that brings them.
UNWIND $rows AS row
MATCH (f:Fact {id: row.id})
SET f += row.properties
WITH f, row
CALL (f) {
  OPTIONAL MATCH (f)-[:HAS_STAGE]->(old:Stage)
  WHERE old.ruling IS NOT NULL
  DETACH DELETE old
}
CALL (f, row) {
  UNWIND row.own AS place
  MATCH (s:Stage {id: place.id})
  SET s.position = place.position, s.told_by = place.told_by
}
CALL (f, row) {
  UNWIND row.added AS one
  CREATE (f)-[:HAS_STAGE]->(s:Stage {id: one.id})
  SET s += one.properties, s.recorded = $now
  WITH s, one
  MATCH (by:Entity {id: one.by})
  CREATE (s)-[:BY]->(by)
}
CALL (f, row) {
  MATCH (s:Entity {id: row.subject})-[r]->(o:Entity {id: row.object})
  USING INDEX SEEK s:Entity(id)
  USING INDEX SEEK o:Entity(id)
  WHERE r.fact_id = f.id
  SET r.status = f.status
}
RETURN count(f) AS written
