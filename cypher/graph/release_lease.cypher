// mode: write
MATCH (l:Graph {id: 'migration', holder: $holder})
REMOVE l.holder, l.until
RETURN count(l) AS written
