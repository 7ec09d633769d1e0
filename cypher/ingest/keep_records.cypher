// mode: write
MERGE (r:_Records {id: $id})
SET r.claims = $claims
RETURN count(r) AS written
