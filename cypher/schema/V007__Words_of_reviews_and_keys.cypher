// As V005: names that a graph may not have used yet, known from the start, so that no query warns of them.
CALL db.createLabel('Review');
CALL db.createRelationshipType('OF');
CALL db.createProperty('created');
CALL db.createProperty('derived');
CALL db.createProperty('revoked');
CALL db.createProperty('roles');
CALL db.createProperty('superseded_by');
CALL db.createProperty('unsure');
CALL db.createProperty('when');
CALL db.createProperty('who');
CALL db.createProperty('why');
