// mode: write
MATCH (d:Document {id: $id})
SET d.withdrawn = $now, d.withdrawn_reason = $reason
RETURN count(d) AS written
