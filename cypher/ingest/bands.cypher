// mode: write
// Texts that share a band of their fingerprints are near-duplicates. All that hang together count as one source, named by
// the smallest id among them, whichever came first.
MATCH (d:Document {id: $id})
UNWIND $bands AS band
MERGE (b:Band {id: band})
MERGE (d)-[:IN_BAND]->(b)
WITH DISTINCT d
MATCH (d)-[:IN_BAND]->(:Band)<-[:IN_BAND]-(twin:Document)
WITH d, collect(DISTINCT twin) AS twins
CALL (twins) {
  UNWIND [t IN twins WHERE t.twin_key IS NOT NULL | t.twin_key] AS key
  MATCH (member:Document {twin_key: key})
  RETURN collect(DISTINCT member) AS members
}
UNWIND twins + members + [d] AS member
WITH collect(DISTINCT member) AS component
WITH component, reduce(least = component[0].id, m IN component | CASE WHEN m.id < least THEN m.id ELSE least END) AS least
UNWIND component AS m
SET m.twin_key = least, m.independence_key = 'twins of ' + least
WITH m
MATCH (m)<-[:STATED_IN]-(:Claim)-[:SUPPORTS]->(f:Fact)
RETURN DISTINCT f.id AS id
