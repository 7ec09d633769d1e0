// mode: write
UNWIND $rows AS row
MERGE (d:Document {id: row.id})
SET d.recorded = coalesce(d.recorded, $now), d += row.properties
RETURN count(d) AS written
