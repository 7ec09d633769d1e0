// mode: read
// hot
// What is known of entities by id; one that was merged answers with what took its place, a redacted person is left out.
UNWIND $ids AS id
MATCH (given:Entity {id: id})
OPTIONAL MATCH (kept:Entity {id: given.merged_into})
WITH id, coalesce(kept, given) AS e
WHERE e.redacted IS NULL
RETURN id AS asked,
       properties(e) AS properties,
       COLLECT { MATCH (e)-[:SUBSIDIARY_OF|OPERATED_BY]->(o:Entity) RETURN {id: o.id, name: o.name} ORDER BY o.id } AS owners,
       COUNT { (e)<-[:PARTY]-() } AS facts
