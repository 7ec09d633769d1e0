// mode: read
// hot
// The life cycles of some facts, each stage with its claims.
UNWIND $ids AS id
MATCH (f:Fact {id: id})
//> fact/stages
RETURN f.id AS id, stages
