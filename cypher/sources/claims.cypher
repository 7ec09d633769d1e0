// mode: read
// What records and lists say that a document supports.
MATCH (:Document {id: $id})<-[:STATED_IN]-(c:Claim)-[:SUPPORTS]->(f:Fact)
WHERE c.withdrawn IS NULL AND f.withdrawn IS NULL AND c.extractor IN ['curated', 'list']
MATCH (s:Entity {id: f.subject_id})
MATCH (o:Entity {id: f.object_id})
RETURN c.id AS id, f.id AS fact, f.relation AS relation, s.id AS subject, o.id AS object, s.names AS authority,
       o.names AS target, f.amount_minor AS amount_minor, f.currency AS currency, f.date AS date
ORDER BY id
