MATCH (a:Claim {id: row.from})
MATCH (b:Document {id: row.to})
