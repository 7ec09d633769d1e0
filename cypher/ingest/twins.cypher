// mode: write
// Documents that hang together get one name, the smallest id among them; with all that had the name of one of them.
UNWIND $rows AS row
CALL (row) {
  UNWIND row.members AS id
  MATCH (m:Document {id: id})
  RETURN m
  UNION
  UNWIND row.members AS key
  MATCH (m:Document {twin_key: key})
  RETURN m
}
WITH m, row.least AS least
WHERE m.twin_key IS NULL OR m.twin_key <> least
SET m.twin_key = least
WITH m
MATCH (m)<-[:STATED_IN]-(:Claim)-[:SUPPORTS]->(f:Fact)
RETURN DISTINCT f.id AS id
