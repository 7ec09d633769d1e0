// mode: write
// A fact that a judgement brings is as old as the claims that it rests on: taken back, all is as it was.
UNWIND $ids AS id
MATCH (f:Fact {id: id})<-[:SUPPORTS]-(c:Claim)
WHERE f.recorded = $now
WITH f, min(c.recorded) AS first
SET f.recorded = first, f.recorded_key = first + '|' + f.id
WITH f
CALL (f) {
  MATCH (f)-[p:PARTY|FORMER_PARTY]->()
  SET p.recorded_key = f.recorded_key
}
CALL (f) {
  MATCH (f)-[:HAS_STAGE]->(stage:Stage)
  SET stage.recorded = f.recorded
}
RETURN count(f) AS written
