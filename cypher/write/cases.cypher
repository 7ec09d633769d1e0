// mode: write
UNWIND $rows AS row
MERGE (c:Case {id: row.id})
SET c.recorded = coalesce(c.recorded, $now), c += row.properties
RETURN count(c) AS written
