// mode: read
// hot
UNWIND $ids AS id
MATCH (d:Document {id: id})<-[:STATED_IN]-(c:Claim)
WHERE c.extractor <> 'curated'
//> mention_shape
