// mode: write
// Nothing of the node stays but when it was first known; those that were merged into it go.
MATCH (e:Entity {id: $id})
CALL (e) {
  MATCH (m:Entity {merged_into: e.id})
  DETACH DELETE m
}
SET e = {recorded: e.recorded}
SET e += $properties, e.redacted = true
RETURN count(e) AS written
