// A number that a fact has until anything that is shown of it changes: what was made of it once is shown again until then.
CALL db.createProperty('edition');
MATCH (f:Fact) WHERE f.edition IS NULL
CALL (f) { SET f.edition = timestamp() * 1000 } IN TRANSACTIONS OF 5000 ROWS;
