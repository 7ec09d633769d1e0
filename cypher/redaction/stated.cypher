// mode: read
// hot
// The documents in which claims stand, and the ways to them.
UNWIND $ids AS id
MATCH (:Claim {id: id})-[:STATED_IN]->(d:Document)
WITH DISTINCT d
UNWIND [d] + COLLECT { MATCH (w:_Way)-[:_WAY_TO]->(d) RETURN w } AS n
RETURN elementId(n) AS node, [label IN labels(n) WHERE label IN ['Document', '_Way']][0] AS label, properties(n) AS properties
