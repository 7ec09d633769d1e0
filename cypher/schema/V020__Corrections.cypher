// What was wrong and is mended: corrections of claims by persons, and of records.
CREATE CONSTRAINT correction_id IF NOT EXISTS FOR (n:Correction) REQUIRE n.id IS UNIQUE;
CREATE INDEX correction_key IF NOT EXISTS FOR (n:Correction) ON (n.key);
CALL db.createLabel('Correction');
CALL db.createProperty('as_read');
CALL db.createProperty('read_as');
CALL db.createProperty('corrected');
CALL db.createProperty('right');
CALL db.createProperty('before');
CALL db.createProperty('record');
CALL db.createProperty('takes_back');
CALL db.createProperty('origin');
CALL db.createProperty('sources');
CALL db.createProperty('folder');
