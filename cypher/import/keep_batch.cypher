// mode: write
MERGE (b:_Batch {id: $id})
SET b.recorded = coalesce(b.recorded, $now), b += $properties
RETURN count(b) AS written
