// mode: write
MATCH (b:_Batch {id: $id})
CALL (b) {
  MATCH (p:_PrivateRow {batch: b.id})
  DELETE p
  RETURN count(p) AS private
}
OPTIONAL MATCH (r:_Records {id: 'list:' + $id})
DELETE b, r
RETURN count(*) + sum(private) AS written
