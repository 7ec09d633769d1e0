// What changed of facts, and when: an entry for each, and the facts that were removed while entries speak of them.
CREATE CONSTRAINT change_id IF NOT EXISTS FOR (n:Change) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT change_arrival IF NOT EXISTS FOR (n:Change) REQUIRE n.arrival IS UNIQUE;
CREATE INDEX change_key IF NOT EXISTS FOR (n:Change) ON (n.key);
CALL db.createLabel('Change');
CALL db.createLabel('FormerFact');
CALL db.createRelationshipType('OF');
CALL db.createProperty('arrival');
CALL db.createProperty('at');
CALL db.createProperty('began');
CALL db.createProperty('kind');
CALL db.createProperty('reason');
CALL db.createProperty('facts');
CALL db.createProperty('source');
CALL db.createProperty('before_status');
CALL db.createProperty('before_amount_minor');
CALL db.createProperty('before_currency');
CALL db.createProperty('before_date');
CALL db.createProperty('after_status');
CALL db.createProperty('after_amount_minor');
CALL db.createProperty('after_currency');
CALL db.createProperty('after_date');
CALL db.createProperty('noted');
CALL db.createProperty('noted_state');
// What is there already is no change.
MATCH (f:Fact) WHERE f.noted IS NULL
CALL (f) {
  SET f.noted = f.recorded,
      f.noted_state = [coalesce(f.status, ''), coalesce(toString(f.amount_minor), ''), coalesce(f.currency, ''),
                       coalesce(f.date, ''), CASE WHEN f.withdrawn IS NULL THEN '' ELSE 'withdrawn' END]
} IN TRANSACTIONS OF 1000 ROWS;
