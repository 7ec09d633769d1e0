MATCH (a:Claim {id: row.from})
MATCH (b:Fact {id: row.to})
