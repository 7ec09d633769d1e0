// mode: write
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e.recorded = coalesce(e.recorded, $now), e += row.properties
REMOVE e:$([label IN labels(e) WHERE label <> 'Entity'])
SET e:$(row.label)
RETURN count(e) AS written
