// mode: write
// Addresses that lead to another text now. Gives the documents to which they led, with the ways that lead there still.
UNWIND $rows AS row
MATCH (w:_Way {id: row.way})-[:_WAY_TO]->(d:Document)
SET w.superseded_by = row.new
WITH d, row
RETURN d.id AS id, row.new AS new, properties(d) AS properties, COLLECT { MATCH (w:_Way)-[:_WAY_TO]->(d) RETURN properties(w) } AS ways
