// Facts that a claim disputes are few, and listed in order however many others there are.
CREATE INDEX fact_disputed_date IF NOT EXISTS FOR (f:Fact) ON (f.disputed, f.date_key);
CREATE INDEX fact_disputed_eur IF NOT EXISTS FOR (f:Fact) ON (f.disputed, f.eur_key);
CREATE INDEX fact_disputed_recorded IF NOT EXISTS FOR (f:Fact) ON (f.disputed, f.recorded_key);
CALL db.createProperty('disputed');
MATCH (c:Claim)-[:DISPUTES]->(f:Fact) WHERE c.withdrawn IS NULL AND c.review <> 'rejected'
WITH DISTINCT f
CALL (f) { SET f.disputed = true } IN TRANSACTIONS OF 1000 ROWS;
