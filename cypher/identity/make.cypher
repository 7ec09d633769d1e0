// mode: write
UNWIND $ids AS id
MATCH (e:Entity {id: id})
SET e.made = true
RETURN count(e) AS written
