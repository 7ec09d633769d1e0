// mode: write
// Entities that a batch brought and that nothing else names.
MATCH (e:Entity {batch: $id})
WHERE NOT EXISTS { MATCH (e)--() }
DELETE e
RETURN count(e) AS written
