// mode: write
CREATE (k:_Key {id: $id, name: $name, hash: $hash, created: $now, scopes: $scopes, expires: $expires})
RETURN count(k) AS written
