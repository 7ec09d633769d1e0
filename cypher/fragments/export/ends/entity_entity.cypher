MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
