// Names as search compares them (`graph.text.forms`), the name used in a sentence, and what was known before in a rough form until the
// rows are written again.
CALL db.createProperty('caption');
CALL db.createProperty('acronym');
CALL db.createProperty('forms');
CALL db.createProperty('unregistered');
MATCH (e:Entity) WHERE e.forms IS NULL
CALL (e) { SET e.forms = [name IN e.names | toLower(name)], e.caption = coalesce(e.caption, e.name) } IN TRANSACTIONS OF 5000 ROWS;
CREATE FULLTEXT INDEX entity_forms IF NOT EXISTS FOR (e:Entity) ON EACH [e.forms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
