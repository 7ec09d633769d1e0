// mode: read
// hot
// variant hops: 1, 2, 3, 4
// variant when: now, then
// The shortest chains over one relationship per pair; the degree of each node in between tells how much it says.
// Both ends are walked from, and always whoever has fewer neighbours; whether two are a pair is looked up. So a hub costs what
// the other end has, and not what it has itself.
MATCH (a:_Node {id: $start})
MATCH (b:_Node {id: $end})
WITH a, b, COUNT { (a)-[:_LINKED]-() } > COUNT { (b)-[:_LINKED]-() } AS turned
WITH turned, CASE WHEN turned THEN b ELSE a END AS start, CASE WHEN turned THEN a ELSE b END AS end
CALL (start, end) {
//> paths/within/__hops__
}
WITH chain, turned LIMIT 24
WITH CASE WHEN turned THEN reverse(chain) ELSE chain END AS chain
RETURN [n IN chain | n.id] AS ids, [n IN chain[1..-1] | COUNT { (n)-[:_LINKED]-() }] AS degrees
