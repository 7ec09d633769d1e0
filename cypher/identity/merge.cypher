// mode: write
// An entity keeps all that it has; only `merged_into` says by which id it goes now.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET e.merged_into = row.into
RETURN count(e) AS written
