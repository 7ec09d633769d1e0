// mode: write
// Which claims a list has now: so many that they are not sent.
MERGE (r:_Records {id: $id})
SET r.claims = COLLECT {
  MATCH (d:Document {batch: $batch})<-[:STATED_IN]-(c:Claim)
  RETURN c.id ORDER BY c.id
}
RETURN size(r.claims) AS written
