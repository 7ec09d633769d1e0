MATCH (a:Fact {id: row.from})
MATCH (b:Entity {id: row.to})
