// Rows of private batches, and the batches that are private.
CREATE CONSTRAINT private_row_id IF NOT EXISTS FOR (n:_PrivateRow) REQUIRE n.id IS UNIQUE;
CREATE INDEX private_row_batch IF NOT EXISTS FOR (n:_PrivateRow) ON (n.batch);
CALL db.createProperty('private');
CALL db.createProperty('number');
CALL db.createProperty('said');
