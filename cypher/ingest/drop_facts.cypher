// mode: write
// A fact of the records that no record holds any more becomes a tombstone, also where machines have read of it: what they
// say is then a fact of its own.
UNWIND $ids AS id
MATCH (f:Fact {id: id})
WHERE f.withdrawn IS NULL AND NOT EXISTS {
  MATCH (f)<-[:SUPPORTS|DISPUTES]-(c:Claim)
  WHERE c.withdrawn IS NULL AND c.extractor IN ['curated', 'list']
}
SET f.withdrawn = $now, f.withdrawn_reason = $reason
WITH f
//> former_parties
RETURN f.id AS id, f.subject_id AS subject, f.object_id AS object
