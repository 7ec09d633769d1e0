// mode: write
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e:$(row.label), e += row.properties
RETURN count(e) AS written
