// mode: read
// hot
// variant hops: 1, 2, 3, 4
// The shortest chains over one relationship per pair; the degree of each node in between tells how much it says.
MATCH (a:_Node {id: $start})
MATCH (b:_Node {id: $end})
MATCH chain = SHORTEST 24 (a)-[:_LINKED]-{1,__hops__}(b)
WITH [n IN nodes(chain) | n.id] AS ids, [n IN nodes(chain)[1..-1] | COUNT { (n)-[:_LINKED]-() }] AS degrees
RETURN ids, degrees
