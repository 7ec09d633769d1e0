// mode: read
MATCH (k:_Key)
RETURN k.id AS id, k.name AS name, k.created AS created, k.revoked AS revoked, k.expires AS expires,
  k.last_used AS last_used, coalesce(k.scopes, ['read', 'write', 'review', 'admin']) AS scopes
ORDER BY k.created
