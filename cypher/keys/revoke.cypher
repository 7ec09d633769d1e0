// mode: write
MATCH (k:_Key {id: $id})
SET k.revoked = coalesce(k.revoked, $now)
RETURN count(k) AS written
