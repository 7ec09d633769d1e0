// mode: write
UNWIND $ids AS id
MATCH (c:Case {id: id})
CALL (c) {
  MATCH (c)<-[:PART_OF]-(f:Fact)
  RETURN max(f.day) AS last
}
SET c.date_key = coalesce(last, '0000') + '|' + c.id
RETURN count(c) AS written
