CALL (f) {
  MATCH (f)-[p:PARTY]->(e:Entity)
  CREATE (f)-[former:FORMER_PARTY]->(e)
  SET former = properties(p)
  DELETE p
}
