// mode: read
// hot
MATCH (c:Claim {id: $id})
RETURN c.relation AS relation, c.subject_id AS subject, c.object_id AS object
