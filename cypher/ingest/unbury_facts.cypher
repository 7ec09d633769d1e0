// mode: write
UNWIND $ids AS id
MATCH (f:Fact {id: id})
WHERE f.withdrawn IS NOT NULL
REMOVE f.withdrawn, f.withdrawn_reason
RETURN f.id AS id, f.subject_id AS subject, f.object_id AS object
