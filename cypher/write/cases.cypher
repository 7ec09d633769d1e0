// mode: write
UNWIND $rows AS row
MERGE (c:Case {id: row.id})
SET c.recorded = coalesce(c.recorded, $now), c += row.properties, c.date_key = coalesce(c.date_key, '0000|' + c.id)
RETURN count(c) AS written
