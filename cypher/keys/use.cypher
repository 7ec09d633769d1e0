// mode: write
// hot
MATCH (k:_Key {id: $id})
SET k.last_used = $now
RETURN count(k) AS written
