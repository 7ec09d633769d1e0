// mode: write
// Some rows of a private batch go.
MATCH (p:_PrivateRow {batch: $id})
WITH p LIMIT 5000
DELETE p
RETURN count(p) AS written
