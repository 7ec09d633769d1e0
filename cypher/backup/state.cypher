// mode: read
// What the graph keeps of itself, such as its revision; leases belong to who holds them.
MATCH (g:_Graph)
WHERE g.touched IS NULL
RETURN g.id AS id, properties(g) AS properties
