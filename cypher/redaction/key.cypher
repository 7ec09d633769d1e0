// mode: write
// The key of all hashes of this graph: made once.
MERGE (g:_Graph {id: 'redaction'})
ON CREATE SET g.key = $key
RETURN g.key AS key
