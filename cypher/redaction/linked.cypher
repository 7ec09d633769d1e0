// mode: read
// hot
// Facts that have a direct relationship: all but tombstones.
UNWIND $ids AS id
MATCH (f:Fact {id: id})
WHERE f.withdrawn IS NULL
RETURN f.id AS id, f.subject_id AS subject, f.object_id AS object
