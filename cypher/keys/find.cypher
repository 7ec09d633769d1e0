// mode: read
// hot
MATCH (k:Key {id: $id})
RETURN k.name AS name, k.hash AS hash, k.revoked AS revoked
