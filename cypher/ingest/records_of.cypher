// mode: read
// Which claims the records of an origin had when they were loaded last, and those of all other origins.
OPTIONAL MATCH (r:_Records {id: $id})
WITH coalesce(r.claims, []) AS before
CALL () {
  MATCH (other:_Records)
  WHERE other.id <> $id
  UNWIND other.claims AS claim
  RETURN collect(claim) AS elsewhere
}
RETURN before, elsewhere
