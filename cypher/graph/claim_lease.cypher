// mode: write
// A lease and not a lock: schema commands run in transactions of their own, and a holder that died must not block for ever.
MERGE (l:_Graph {id: 'migration'})
SET l.touched = $now
WITH l
WHERE l.holder IS NULL OR l.holder = $holder OR l.until < $now
SET l.holder = $holder, l.until = $until
RETURN l.holder AS holder
