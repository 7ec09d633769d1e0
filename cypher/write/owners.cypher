// mode: write
// variant type: SUBSIDIARY_OF, OPERATED_BY
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
OPTIONAL MATCH (e)-[old:__type__]->()
DELETE old
WITH DISTINCT e, row
MATCH (owner:Entity {id: row.owner})
CREATE (e)-[:__type__]->(owner)
RETURN count(owner) AS written
