// mode: write
CREATE (k:Key {id: $id, name: $name, hash: $hash, created: $now})
RETURN count(k) AS written
