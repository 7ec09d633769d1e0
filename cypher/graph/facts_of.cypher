// mode: read
// hot
UNWIND $ids AS id
MATCH (e:Entity {id: id})
MATCH (shown:Entity {id: coalesce(e.merged_into, e.id)})<-[:PARTY|FORMER_PARTY]-(f:Fact)
RETURN DISTINCT f.id AS id
