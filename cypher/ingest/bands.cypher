// mode: write
// Texts that share a band of their fingerprints are near-duplicates. Gives, for each document, the others and the names
// under which those are known to hang together with more.
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
CALL (d, row) {
  UNWIND row.bands AS band
  MERGE (b:_Band {id: band})
  MERGE (d)-[:_IN_BAND]->(b)
}
WITH collect(d) AS written
UNWIND written AS d
CALL (d) {
  MATCH (d)-[:_IN_BAND]->(:_Band)<-[:_IN_BAND]-(twin:Document)
  RETURN collect(DISTINCT twin) AS twins
}
RETURN d.id AS id, [t IN twins | t.id] AS twins, [t IN [d] + twins WHERE t.twin_key IS NOT NULL | t.twin_key] AS keys
