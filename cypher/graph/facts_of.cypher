// mode: read
// hot
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:PARTY]-(f:Fact)
RETURN DISTINCT f.id AS id
