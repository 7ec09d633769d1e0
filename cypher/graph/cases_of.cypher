// mode: read
// hot
UNWIND $ids AS id
MATCH (:Fact {id: id})-[:PART_OF]->(c:Case)
RETURN DISTINCT c.id AS id
