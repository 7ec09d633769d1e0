// Nodes carry the number that they have in a backup while they are put back, so that relationships find their ends.
CREATE CONSTRAINT internal_restored IF NOT EXISTS FOR (n:_Restored) REQUIRE n.restored IS UNIQUE;
CALL db.createLabel('_Restored');
CALL db.createProperty('restored');
CALL db.createProperty('done');
CALL db.createProperty('locked');
CALL db.createProperty('touched');
