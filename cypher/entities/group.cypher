// mode: read
// hot
// The steps of ownership in the group that an entity belongs to: up to whoever owns it, and down to all that these own.
MATCH (given:Entity {id: $id})
MATCH (start:Entity {id: coalesce(given.merged_into, given.id)})
CALL (start) {
  MATCH up = (start)-[:SUBSIDIARY_OF|OPERATED_BY*0..8]->(owner:Entity)
  MATCH down = (owner)<-[:SUBSIDIARY_OF|OPERATED_BY*0..8]-(:Entity)
  WITH up, down LIMIT $limit
  UNWIND relationships(up) + relationships(down) AS step
  WITH DISTINCT step, startNode(step) AS owned, endNode(step) AS owner
  RETURN collect({
    owned: coalesce(owned.merged_into, owned.id), owner: coalesce(owner.merged_into, owner.id), since: step.since, until: step.until
  }) AS steps
}
RETURN start.id AS id, steps
