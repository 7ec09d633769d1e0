// mode: read
// hot
UNWIND $ids AS id
MATCH (d:Document {id: id})<-[:STATED_IN]-(c:Claim)
WHERE NOT c.extractor IN ['curated', 'list']
//> mention_shape
