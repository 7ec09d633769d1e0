// mode: write
MATCH (l:_Graph {id: 'import', holder: $holder})
REMOVE l.holder, l.until
RETURN count(l) AS written
