// mode: read
// hot
// variant label: Entity, Document, Case, Fact, Claim
UNWIND $ids AS id
MATCH (n:__label__ {id: id})
RETURN n.id AS id, n.hash AS hash
