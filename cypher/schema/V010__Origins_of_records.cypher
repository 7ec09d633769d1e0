// Which claims each folder of records had when it was loaded last, so that what is gone from it is known.
CREATE CONSTRAINT records_id IF NOT EXISTS FOR (n:Records) REQUIRE n.id IS UNIQUE;
CALL db.createProperty('claims');
