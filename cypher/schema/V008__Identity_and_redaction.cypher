// What a claim means: the entities that its ends go by after all judgements. `subject` and `object` stay as the text gave them.
MATCH (c:Claim) WHERE c.subject_id IS NULL
CALL (c) { SET c.subject_id = c.subject, c.object_id = c.object, c.role_ids = c.roles } IN TRANSACTIONS OF 5000 ROWS;
DROP INDEX claim_group IF EXISTS;
CREATE INDEX claim_means IF NOT EXISTS FOR (c:Claim) ON (c.relation, c.subject_id, c.object_id);
CREATE INDEX entity_merged IF NOT EXISTS FOR (e:Entity) ON (e.merged_into);
CREATE INDEX judgement_number IF NOT EXISTS FOR (j:Judgement) ON (j.number);
// As V005: names that a graph may not have used yet, known from the start, so that no query warns of them.
CALL db.createRelationshipType('SUPERSEDES');
CALL db.createProperty('subject_id');
CALL db.createProperty('object_id');
CALL db.createProperty('role_ids');
CALL db.createProperty('roles');
CALL db.createProperty('left');
CALL db.createProperty('right');
CALL db.createProperty('verdict');
CALL db.createProperty('score');
CALL db.createProperty('features');
CALL db.createProperty('number');
CALL db.createProperty('of');
CALL db.createProperty('claims');
CALL db.createProperty('documents');
CALL db.createProperty('made');
CALL db.createProperty('redacted');
CALL db.createProperty('key');
CALL db.createProperty('parts');
CALL db.createProperty('longest');
CALL db.createProperty('counts');
