// mode: write
UNWIND $rows AS row
MATCH (a:_Restored {restored: row.start})
MATCH (b:_Restored {restored: row.end})
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.properties
RETURN count(r) AS written
