// mode: write
// An appeal or ruling of which nobody can tell what it is about waits for a person.
UNWIND $rows AS row
MATCH (r:Fact {id: row.id})
CALL (r) {
  OPTIONAL MATCH (r)-[old:CHANGES]->(:Fact)
  DELETE old
}
CALL (r, row) {
  UNWIND row.changed AS id
  MATCH (f:Fact {id: id})
  CREATE (r)-[:CHANGES]->(f)
}
CALL (r, row) {
  MATCH (r)<-[:SUPPORTS]-(c:Claim)
  WHERE NOT c.extractor IN ['curated', 'list']
  SET c.unsure = size(row.changed) = 0
}
RETURN count(r) AS written
