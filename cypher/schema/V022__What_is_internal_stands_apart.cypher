// What is internal stands apart: labels and types of its own, with a low line before them, and pairs of entities on a
// skeleton that no query of the field meets. Facts, stages, cases, documents and claims get a caption that a person
// would say, direct relationships the source. Whatever is here may be run again, also on a graph that was migrated before.
CREATE CONSTRAINT internal_graph_id IF NOT EXISTS FOR (n:_Graph) REQUIRE n.id IS UNIQUE;
MATCH (old:Graph) WHERE EXISTS { MATCH (:_Graph {id: old.id}) } DETACH DELETE old;
DROP CONSTRAINT graph_id IF EXISTS;
MATCH (n:Graph) SET n:_Graph REMOVE n:Graph;
MATCH (old:Migration) WHERE EXISTS { MATCH (:_Migration {version: old.version}) } DETACH DELETE old;
MATCH (n:Migration) SET n:_Migration REMOVE n:Migration;
DROP CONSTRAINT band_id IF EXISTS;
MATCH (n:Band) CALL (n) { SET n:_Band REMOVE n:Band } IN TRANSACTIONS OF 5000 ROWS;
CREATE CONSTRAINT internal_band_id IF NOT EXISTS FOR (n:_Band) REQUIRE n.id IS UNIQUE;
DROP CONSTRAINT judgement_id IF EXISTS;
DROP INDEX judgement_number IF EXISTS;
MATCH (n:Judgement) CALL (n) { SET n:_Judgement REMOVE n:Judgement } IN TRANSACTIONS OF 5000 ROWS;
CREATE CONSTRAINT internal_judgement_id IF NOT EXISTS FOR (n:_Judgement) REQUIRE n.id IS UNIQUE;
CREATE INDEX internal_judgement_number IF NOT EXISTS FOR (j:_Judgement) ON (j.number);
DROP CONSTRAINT audit_id IF EXISTS;
MATCH (n:Audit) SET n:_Audit REMOVE n:Audit;
CREATE CONSTRAINT internal_audit_id IF NOT EXISTS FOR (n:_Audit) REQUIRE n.id IS UNIQUE;
DROP CONSTRAINT audit_entry_id IF EXISTS;
DROP INDEX audit_entry_position IF EXISTS;
MATCH (n:AuditEntry) CALL (n) { SET n:_AuditEntry REMOVE n:AuditEntry } IN TRANSACTIONS OF 5000 ROWS;
CREATE CONSTRAINT internal_audit_entry_id IF NOT EXISTS FOR (n:_AuditEntry) REQUIRE n.id IS UNIQUE;
CREATE INDEX internal_audit_entry_position IF NOT EXISTS FOR (n:_AuditEntry) ON (n.position);
DROP CONSTRAINT key_id IF EXISTS;
MATCH (n:Key) SET n:_Key REMOVE n:Key;
CREATE CONSTRAINT internal_key_id IF NOT EXISTS FOR (n:_Key) REQUIRE n.id IS UNIQUE;
DROP CONSTRAINT records_id IF EXISTS;
MATCH (n:Records) SET n:_Records REMOVE n:Records;
CREATE CONSTRAINT internal_records_id IF NOT EXISTS FOR (n:_Records) REQUIRE n.id IS UNIQUE;
DROP CONSTRAINT batch_id IF EXISTS;
MATCH (n:Batch) SET n:_Batch REMOVE n:Batch;
CREATE CONSTRAINT internal_batch_id IF NOT EXISTS FOR (n:_Batch) REQUIRE n.id IS UNIQUE;
MATCH (n:Review) CALL (n) { SET n:_Review REMOVE n:Review } IN TRANSACTIONS OF 5000 ROWS;
DROP CONSTRAINT change_id IF EXISTS;
DROP CONSTRAINT change_arrival IF EXISTS;
DROP INDEX change_key IF EXISTS;
MATCH (n:Change) CALL (n) { SET n:_Change REMOVE n:Change } IN TRANSACTIONS OF 5000 ROWS;
CREATE CONSTRAINT internal_change_id IF NOT EXISTS FOR (n:_Change) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT internal_change_arrival IF NOT EXISTS FOR (n:_Change) REQUIRE n.arrival IS UNIQUE;
CREATE INDEX internal_change_key IF NOT EXISTS FOR (n:_Change) ON (n.key);
DROP CONSTRAINT correction_id IF EXISTS;
DROP INDEX correction_key IF EXISTS;
MATCH (n:Correction) CALL (n) { SET n:_Correction REMOVE n:Correction } IN TRANSACTIONS OF 5000 ROWS;
CREATE CONSTRAINT internal_correction_id IF NOT EXISTS FOR (n:_Correction) REQUIRE n.id IS UNIQUE;
CREATE INDEX internal_correction_key IF NOT EXISTS FOR (n:_Correction) ON (n.key);
MATCH (n:FormerFact) CALL (n) { SET n:_FormerFact REMOVE n:FormerFact } IN TRANSACTIONS OF 5000 ROWS;
MATCH (a)-[old:OF]->(b) CALL (a, old, b) { CREATE (a)-[:_OF]->(b) DELETE old } IN TRANSACTIONS OF 5000 ROWS;
MATCH (a)-[old:IN_BAND]->(b) CALL (a, old, b) { CREATE (a)-[:_IN_BAND]->(b) DELETE old } IN TRANSACTIONS OF 5000 ROWS;
DROP INDEX linked_first IF EXISTS;
DROP INDEX linked_second IF EXISTS;
CREATE CONSTRAINT internal_node_id IF NOT EXISTS FOR (n:_Node) REQUIRE n.id IS UNIQUE;
CREATE INDEX internal_linked_first IF NOT EXISTS FOR ()-[l:_LINKED]-() ON (l.first, l.rank);
CREATE INDEX internal_linked_second IF NOT EXISTS FOR ()-[l:_LINKED]-() ON (l.second, l.rank);
MATCH (a:Entity)-[old:LINKED]->(b:Entity)
CALL (a, old, b) {
  MERGE (x:_Node {id: a.id})
  MERGE (y:_Node {id: b.id})
  CREATE (x)-[new:_LINKED]->(y)
  SET new = properties(old)
  DELETE old
} IN TRANSACTIONS OF 1000 ROWS;
CALL db.createLabel('_Node');
CALL db.createLabel('_Batch');
CALL db.createLabel('_Review');
CALL db.createLabel('_Change');
CALL db.createLabel('_FormerFact');
CALL db.createLabel('_Correction');
CALL db.createLabel('_Band');
CALL db.createLabel('_Judgement');
CALL db.createLabel('_Audit');
CALL db.createLabel('_AuditEntry');
CALL db.createLabel('_Key');
CALL db.createLabel('_Records');
CALL db.createLabel('_Migration');
CALL db.createLabel('Migration');
CALL db.createRelationshipType('_LINKED');
CALL db.createRelationshipType('_OF');
CALL db.createRelationshipType('_IN_BAND');
CALL db.createProperty('caption');
CALL db.createProperty('claim');
CALL db.createProperty('source');
MATCH (s:Stage) WHERE s.caption IS NULL
CALL (s) { SET s.caption = trim(s.stage + ' ' + left(coalesce(s.date, ''), 4)) } IN TRANSACTIONS OF 5000 ROWS;
MATCH (d:Document) WHERE d.caption IS NULL
CALL (d) { SET d.caption = trim(d.publisher + ' ' + left(coalesce(d.published, ''), 4)) } IN TRANSACTIONS OF 5000 ROWS;
MATCH (c:Case) WHERE c.caption IS NULL
CALL (c) { SET c.caption = c.title } IN TRANSACTIONS OF 5000 ROWS;
MATCH (c:Claim) WHERE c.caption IS NULL
CALL (c) { SET c.caption = trim(replace(toLower(c.relation), '_', ' ') + ' ' + coalesce(c.amount_text, '')) } IN TRANSACTIONS OF 5000 ROWS;
MATCH (f:Fact) WHERE f.caption IS NULL AND f.subject_id IS NOT NULL
CALL (f) {
  MATCH (s:Entity {id: f.subject_id})
  MATCH (o:Entity {id: f.object_id})
  OPTIONAL MATCH (f)<-[:SUPPORTS]-(c:Claim)-[:STATED_IN]->(d:Document)
  WHERE c.withdrawn IS NULL AND c.review <> 'rejected'
  WITH f, s, o, c, d
  ORDER BY CASE WHEN d.kind IN ['official', 'court'] THEN 0 WHEN d.kind = 'press' THEN 1 ELSE 2 END, d.url IS NULL, d.published_key, c.id
  WITH f, s, o, collect(coalesce(d.url, d.title))[0] AS source
  WITH f, s, o, source,
    CASE WHEN f.amount IS NULL THEN '' ELSE
      coalesce({EUR: '€', GBP: '£', USD: '$'}[f.currency], f.currency + ' ') + CASE
        WHEN f.amount >= 1e9 THEN replace(toString(round(f.amount / 1e9, 1)) + 'bn', '.0bn', 'bn')
        WHEN f.amount >= 1e6 THEN replace(toString(round(f.amount / 1e6, 1)) + 'm', '.0m', 'm')
        WHEN f.amount >= 1e4 THEN toString(toInteger(round(f.amount / 1e3))) + 'k'
        WHEN f.amount = toInteger(f.amount) THEN toString(toInteger(f.amount))
        ELSE toString(f.amount) END
    END AS sum,
    coalesce({
      PROPOSED_FINE: 'proposed to fine', FOUND_BREACH: 'found a breach by', APPEALED: 'appealed a decision of',
      INTERVENED_IN: 'intervened before', ANNULLED: 'annulled a decision of', REVERSED: 'reversed a decision of',
      UPHELD: 'upheld a decision of', SENT_CEASE_AND_DESIST_TO: 'sent a cease and desist to',
      ACQUIRED_OR_OWNS: 'owns or acquired'
    }[f.relation], replace(toLower(f.relation), '_', ' ')) AS verb
  WITH f, s, o, source, sum, verb, [name IN [coalesce(s.caption, s.name), coalesce(o.caption, o.name)] | coalesce([
      form IN [', Inc.', ' Inc.', ' Inc', ', LLC', ' LLC', ', Ltd.', ' Ltd.', ' Ltd', ' Limited', ' plc', ', Corp.', ' Corp.', ' Corporation', ' GmbH', ' AG', ' SE', ' S.A.', ' S.p.A.', ' S.r.l.', ' B.V.', ' N.V.', ' AB', ' AS', ' ApS']
      WHERE name ENDS WITH form | left(name, size(name) - size(form))][0], name)] AS names
  SET f.caption = trim(names[0] + ' ' + verb + ' ' + names[1] + ' ' + sum), f.source = source
  WITH f, s, o, trim(replace(toLower(f.relation), '_', ' ') + ' ' + trim(sum + ' ' + left(coalesce(f.date, ''), 4))) AS caption
  MATCH (s)-[r]->(o)
  WHERE r.fact_id = f.id
  SET r.source = f.source, r.caption = caption
} IN TRANSACTIONS OF 500 ROWS;
