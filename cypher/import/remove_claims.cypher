// mode: write
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[:STATED_IN]->(d:Document)
DETACH DELETE c
WITH DISTINCT d
DETACH DELETE d
RETURN count(*) AS written
