// mode: write
UNWIND $rows AS row
MERGE (f:Fact {id: row.id})
SET f.recorded = coalesce(f.recorded, $now), f += row.properties
SET f.recorded_key = f.recorded + '|' + f.id
RETURN count(f) AS written
