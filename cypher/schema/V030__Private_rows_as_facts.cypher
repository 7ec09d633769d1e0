// Rows of private batches have the properties of facts, so that the filters of facts hold for them too.
CREATE INDEX private_row_position IF NOT EXISTS FOR (n:_PrivateRow) ON (n.batch, n.position);
CALL db.createProperty('claim');
CALL db.createProperty('disputes');
CALL db.createProperty('document');
CALL db.createProperty('meets');
CALL db.createProperty('named');
CALL db.createProperty('object_kind');
CALL db.createProperty('object_name');
CALL db.createProperty('opening');
CALL db.createProperty('subject_name');
CALL db.createProperty('verdict');
CALL db.createProperty('words');
