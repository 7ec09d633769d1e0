// mode: write
UNWIND $rows AS row
CREATE (n:_Restored {restored: row.id})
SET n:$(row.labels), n += row.properties
RETURN count(n) AS written
