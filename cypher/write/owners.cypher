// mode: write
// A row without an owner takes the old one away; one that names nobody is not counted.
// variant type: SUBSIDIARY_OF, OPERATED_BY
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
OPTIONAL MATCH (e)-[old:__type__]->()
DELETE old
WITH DISTINCT e, row
OPTIONAL MATCH (owner:Entity {id: row.owner})
WITH e, row, owner
WHERE row.owner IS NULL OR owner IS NOT NULL
FOREACH (body IN CASE WHEN owner IS NULL THEN [] ELSE [owner] END | CREATE (e)-[:__type__ {since: row.since, until: row.until}]->(body))
RETURN count(e) AS written
