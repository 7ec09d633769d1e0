// One text is one document, known by its hash, and each way by which it came is a row of its own. A document of an
// earlier version keeps its id and has the one way that it knows of.
CREATE INDEX document_text_sha256 IF NOT EXISTS FOR (d:Document) ON (d.text_sha256);
CREATE CONSTRAINT internal_way_id IF NOT EXISTS FOR (n:_Way) REQUIRE n.id IS UNIQUE;
CREATE INDEX internal_way_place IF NOT EXISTS FOR (n:_Way) ON (n.place);
CALL db.createLabel('_Way');
CALL db.createRelationshipType('_WAY_TO');
CALL db.createProperty('independence_keys');
CALL db.createProperty('publishers');
CALL db.createProperty('read_with');
CALL db.createProperty('writing');
CALL db.createProperty('read_by');
CALL db.createProperty('superseded_by');
CALL db.createProperty('place');
CALL db.createProperty('how');
CALL db.createProperty('first');
CALL db.createProperty('last');
MATCH (d:Document) WHERE d.text_sha256 IS NOT NULL AND d.batch IS NULL AND NOT EXISTS { (:_Way)-[:_WAY_TO]->(d) }
CALL (d) {
  CREATE (w:_Way)-[:_WAY_TO]->(d)
  SET w = {
    id: d.id + '|' + coalesce(d.address, 'unknown'), document: d.id, place: d.address,
    how: CASE WHEN d.address IS NULL THEN 'unknown' WHEN d.address STARTS WITH 'http' THEN 'address' ELSE 'name' END,
    kind: d.kind, title: d.title, url: d.url, language: d.language, published: d.published, retrieved: d.retrieved,
    publisher: CASE WHEN d.publisher_key = d.id THEN null ELSE d.publisher END,
    first: left(d.recorded, 10), last: left(d.recorded, 10), superseded_by: d.superseded_by
  }
} IN TRANSACTIONS OF 1000 ROWS;
