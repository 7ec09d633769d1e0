// mode: read
// hot
UNWIND $ids AS id
MATCH (e:Entity {id: id})
//> named_shape
