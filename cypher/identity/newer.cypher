// mode: read
// hot
// Documents, and all that follow them.
UNWIND $ids AS id
MATCH (:Document {id: id})<-[:SUPERSEDES*0..50]-(newer:Document)
RETURN DISTINCT newer.id AS id
