// mode: write
// Whose turn it is to import; a lease and not a lock, for a holder that died must not block for ever.
MERGE (l:_Graph {id: 'import'})
SET l.touched = $now
WITH l
WHERE l.holder IS NULL OR l.holder = $holder OR l.until < $now
SET l.holder = $holder, l.until = $until
RETURN l.holder AS holder
