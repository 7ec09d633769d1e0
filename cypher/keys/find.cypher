// mode: read
// hot
// A key from before there were scopes may do what it could do then.
MATCH (k:_Key {id: $id})
RETURN k.name AS name, k.hash AS hash, k.revoked AS revoked, k.expires AS expires,
  coalesce(k.scopes, ['read', 'write', 'review', 'admin']) AS scopes
