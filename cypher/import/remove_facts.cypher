// mode: write
// Facts of lists that no other list or record speaks of, with their stages; what machines read of them is placed anew.
UNWIND $ids AS id
MATCH (f:Fact {id: id})
WHERE NOT EXISTS {
  MATCH (f)<-[:SUPPORTS|DISPUTES]-(c:Claim)
  WHERE c.extractor IN ['curated', 'list']
}
WITH f, f.id AS gone, f.subject_id AS subject, f.object_id AS object
//> change/former
RETURN DISTINCT gone AS id, subject, object
