// mode: write
MERGE (r:Records {id: $id})
SET r.claims = $claims
RETURN count(r) AS written
