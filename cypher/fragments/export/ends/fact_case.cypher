MATCH (a:Fact {id: row.from})
MATCH (b:Case {id: row.to})
