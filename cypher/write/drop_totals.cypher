// mode: write
// Totals in which nothing is counted any more.
MATCH (t:_Total)
USING INDEX SEEK t:_Total(empty)
WHERE t.empty = true
DELETE t
RETURN count(*) AS written
