// mode: read
// hot
UNWIND $ids AS id
MATCH (:Document {id: id})<-[:STATED_IN]-(:Claim)-[:SUPPORTS|DISPUTES]->(f:Fact)
RETURN DISTINCT f.id AS id
