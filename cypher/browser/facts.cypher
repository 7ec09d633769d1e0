// What a list of facts opens in Neo4j Browser: the same facts, drawn.
MATCH (f:Fact) WHERE f.id IN $ids
MATCH p = (:Entity {id: f.subject_id})-[r]->(:Entity {id: f.object_id})
WHERE r.fact_id = f.id
RETURN p
