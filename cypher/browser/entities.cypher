// What entities open in Neo4j Browser: each with its closest facts.
MATCH (e:Entity) WHERE e.id IN $ids
OPTIONAL MATCH p = (e)-[r]-(:Entity)
WHERE r.fact_id IS NOT NULL
RETURN e, p LIMIT 300
