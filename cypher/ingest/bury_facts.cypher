// mode: write
// A fact that stood on nothing else stays as a tombstone with the reason, so that its address says why it is gone.
UNWIND $ids AS id
MATCH (f:Fact {id: id})
WHERE NOT EXISTS {
  MATCH (f)<-[:SUPPORTS]-(c:Claim)
  WHERE c.withdrawn IS NULL AND c.review <> 'rejected'
}
SET f.withdrawn = $now, f.withdrawn_reason = $reason
WITH f
//> former_parties
RETURN f.id AS id, f.subject_id AS subject, f.object_id AS object
