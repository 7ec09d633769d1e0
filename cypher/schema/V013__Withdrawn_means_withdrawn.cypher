// What was withdrawn stands in no list and no count: a tombstone holds its parties by another relationship, so that the number of
// an entity's parts is that of live facts; documents that were withdrawn are a list of their own, the last one first.
CALL db.createRelationshipType('FORMER_PARTY');
CALL db.createProperty('withdrawn_key');
CREATE INDEX document_withdrawn IF NOT EXISTS FOR (d:Document) ON (d.withdrawn_key);
CREATE INDEX fact_withdrawn IF NOT EXISTS FOR (f:Fact) ON (f.withdrawn);
CREATE INDEX claim_withdrawn IF NOT EXISTS FOR (c:Claim) ON (c.withdrawn);
CREATE INDEX entity_unregistered IF NOT EXISTS FOR (e:Entity) ON (e.unregistered);
MATCH (d:Document) WHERE d.withdrawn IS NOT NULL AND d.withdrawn_key IS NULL
CALL (d) { SET d.withdrawn_key = d.withdrawn + '|' + d.id } IN TRANSACTIONS OF 1000 ROWS;
MATCH (f:Fact)-[p:PARTY]->(e:Entity) WHERE f.withdrawn IS NOT NULL
CALL (f, p, e) {
  CREATE (f)-[former:FORMER_PARTY]->(e)
  SET former = properties(p)
  DELETE p
} IN TRANSACTIONS OF 1000 ROWS;
