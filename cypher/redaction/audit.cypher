// mode: write
CREATE (a:Audit {id: $id, kind: 'redaction'})
SET a += $properties
RETURN count(a) AS written
