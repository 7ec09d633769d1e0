// mode: read
// hot
// A person and all that were merged into the same one.
MATCH (one:Entity {id: $id})
MATCH (e:Entity {id: coalesce(one.merged_into, one.id)})
CALL (e) {
  MATCH (m:Entity {merged_into: e.id})
  RETURN collect(properties(m)) AS merged
}
RETURN properties(e) AS person, merged
