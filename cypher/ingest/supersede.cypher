// mode: write
UNWIND $ids AS id
MATCH (new:Document {id: $new})
MATCH (old:Document {id: id})
SET old.superseded_by = $new
MERGE (new)-[:SUPERSEDES]->(old)
RETURN count(old) AS written
