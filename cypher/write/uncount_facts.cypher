// mode: write
// Facts, and those that share their action, go out of the totals that they are counted in. A total that is left empty goes
// with the next statement: here it may still be named by another row.
UNWIND $ids AS id
MATCH (one:Fact {id: id})
WITH DISTINCT one.action AS action
MATCH (f:Fact)
USING INDEX SEEK f:Fact(action)
WHERE f.action = action AND f.counted_in IS NOT NULL
//> fact/uncount
RETURN count(*) AS written
