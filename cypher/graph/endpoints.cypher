// mode: read
// hot
UNWIND $ids AS id
MATCH (f:Fact {id: id})
RETURN f.id AS id, f.subject_id AS subject, f.object_id AS object
