// Names that statements mention and that a graph may not have used yet: known from the start, so that no query warns of them.
CALL db.createProperty('amount_text');
CALL db.createProperty('date_text');
CALL db.createProperty('merged_into');
CALL db.createProperty('published');
CALL db.createProperty('quote');
CALL db.createProperty('rule');
CALL db.createProperty('withdrawn');
CALL db.createProperty('withdrawn_reason');
CALL db.createRelationshipType('DISPUTES');
