// What ingestion looks up: the facts of the same two parties, the rulings on what one body decided about another, the
// texts of one address. And names that a graph may not have used yet, as in V005.
CREATE INDEX fact_group IF NOT EXISTS FOR (f:Fact) ON (f.relation, f.subject_id, f.object_id);
CREATE INDEX fact_concerns IF NOT EXISTS FOR (f:Fact) ON (f.concerns);
CREATE INDEX document_address IF NOT EXISTS FOR (d:Document) ON (d.address);
CALL db.createProperty('address');
CALL db.createProperty('concerns');
CALL db.createProperty('own_status');
CALL db.createProperty('read_by');
CALL db.createProperty('ruling');
CALL db.createProperty('told_by');
