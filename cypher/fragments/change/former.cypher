// A fact of which entries speak stays for them, as a former one: no list, count or relationship takes it in any more.
CALL (f) {
  WITH f
  WHERE f.counted_in IS NOT NULL
//> fact/uncount
}
CALL (f) {
  OPTIONAL MATCH (f)-[:HAS_STAGE]->(stage:Stage)
  DETACH DELETE stage
}
CALL (f) {
  OPTIONAL MATCH (f)-[part:!_OF]-()
  DELETE part
}
WITH *, EXISTS { (f)<-[:_OF]-(:_Change) } AS told
FOREACH (_ IN CASE WHEN told THEN [] ELSE [1] END | DELETE f)
FOREACH (_ IN CASE WHEN told THEN [1] ELSE [] END | REMOVE f:Fact, f.loose SET f:_FormerFact)
