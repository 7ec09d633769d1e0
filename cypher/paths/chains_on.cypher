// mode: read
// hot
// variant hops: 1, 2, 3, 4
// The same chains as things stood, or were known, on a day: a step needs a fact that there was by then.
MATCH (a:_Node {id: $start})
MATCH (b:_Node {id: $end})
MATCH chain = SHORTEST 24 (a) (()-[l:_LINKED]-() WHERE EXISTS {
  MATCH (x:Entity {id: l.first})-[r]-(y:Entity {id: l.second})
  MATCH (f:Fact {id: r.fact_id})
  WHERE f.withdrawn IS NULL
    AND ($known_on IS NULL OR f.recorded <= $known_on)
    AND ($valid_on IS NULL OR f.day IS NULL OR f.day <= $valid_on)
}){1,__hops__} (b)
WITH [n IN nodes(chain) | n.id] AS ids, [n IN nodes(chain)[1..-1] | COUNT { (n)-[:_LINKED]-() }] AS degrees
RETURN ids, degrees
