// What a visit to the page behind a document found.
CREATE INDEX fact_found IF NOT EXISTS FOR (f:Fact) ON (f.found);
CALL db.createProperty('checked_on');
CALL db.createProperty('check_state');
CALL db.createProperty('check_reason');
CALL db.createProperty('etag');
CALL db.createProperty('last_modified');
CALL db.createProperty('page_sha256');
CALL db.createProperty('page_title');
CALL db.createProperty('page_publisher');
CALL db.createProperty('moved_to');
CALL db.createProperty('archived');
CALL db.createProperty('found');
CALL db.createProperty('title_from_address');
CALL db.createProperty('case_number');
