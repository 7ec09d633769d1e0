// The shortest chains between two
// Over relations of the field only; change the two ids.
MATCH (a:Entity {id: 'clearview-ai'})
MATCH (b:Entity {id: 'meta-platforms'})
MATCH p = SHORTEST 5 (a)((x)-[r]-(y) WHERE r.fact_id IS NOT NULL){1,4}(b)
RETURN p
