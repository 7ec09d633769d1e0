// mode: write
// A body that no fact joins with another has no place among the pairs, and no id that outlives it.
UNWIND $ids AS id
MATCH (n:_Node {id: id})
WHERE NOT EXISTS { (n)-[:_LINKED]-() }
DELETE n
RETURN count(n) AS written
