// mode: write
UNWIND $ids AS id
MATCH (f:Fact {id: id})
WHERE f.withdrawn IS NOT NULL
REMOVE f.withdrawn, f.withdrawn_reason
WITH f
CALL (f) {
  MATCH (f)-[former:FORMER_PARTY]->(e:Entity)
  CREATE (f)-[p:PARTY]->(e)
  SET p = properties(former)
  DELETE former
}
RETURN f.id AS id, f.subject_id AS subject, f.object_id AS object
