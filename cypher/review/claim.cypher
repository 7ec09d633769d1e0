// mode: read
// hot
MATCH (c:Claim {id: $id})
OPTIONAL MATCH (c)-[:SUPPORTS|DISPUTES]->(f:Fact)
RETURN c.relation AS relation, c.subject_id AS subject, c.object_id AS object, c.extractor AS extractor, c.review AS review,
       c.withdrawn AS withdrawn, f.id AS fact
