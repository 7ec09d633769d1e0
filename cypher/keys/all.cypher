// mode: read
MATCH (k:Key)
RETURN k.id AS id, k.name AS name, k.created AS created, k.revoked AS revoked
ORDER BY k.created
