// Where each fact comes from, and which import brought a row.
CREATE CONSTRAINT batch_id IF NOT EXISTS FOR (n:Batch) REQUIRE n.id IS UNIQUE;
CREATE INDEX fact_batch IF NOT EXISTS FOR (f:Fact) ON (f.batch);
CREATE INDEX document_batch IF NOT EXISTS FOR (d:Document) ON (d.batch);
CREATE INDEX entity_batch IF NOT EXISTS FOR (e:Entity) ON (e.batch);
CALL db.createProperty('batch');
CALL db.createProperty('tier');
CALL db.createProperty('digest');
CALL db.createProperty('report');
CALL db.createProperty('title');
CALL db.createProperty('file');
CALL db.createProperty('licence');
CALL db.createProperty('until');
// Facts that were written before there were tiers: of records, or of documents.
MATCH (f:Fact) WHERE f.tier IS NULL
CALL (f) {
  SET f.tier = CASE WHEN f.derived THEN 'machine' ELSE 'curated' END
} IN TRANSACTIONS OF 1000 ROWS;
