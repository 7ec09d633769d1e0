// mode: write
CREATE (a:_Audit {id: $id, kind: 'redaction'})
SET a += $properties
RETURN count(a) AS written
