// mode: read
// hot
UNWIND $ids AS id
MATCH (:Case {id: id})<-[:PART_OF]-(f:Fact)
RETURN DISTINCT f.id AS id
