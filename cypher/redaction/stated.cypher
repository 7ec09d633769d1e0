// mode: read
// hot
// The documents in which claims stand.
UNWIND $ids AS id
MATCH (:Claim {id: id})-[:STATED_IN]->(d:Document)
WITH DISTINCT d
RETURN elementId(d) AS node, 'Document' AS label, properties(d) AS properties
