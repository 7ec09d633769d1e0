// mode: read
// hot
OPTIONAL MATCH (e:Entity {id: $id})
RETURN e.id AS id, e.merged_into AS merged_into
