// mode: write
// Facts that follow from no claim any more. That one went is told where its coming was.
UNWIND $ids AS id
MATCH (f:Fact {id: id})
CALL (f) {
  WITH f
  WHERE f.noted IS NOT NULL AND f.withdrawn IS NULL
  CREATE (c:_Change {
    id: randomUUID(), at: $now, kind: 'withdrawn', reason: $reason,
    before_status: f.status, before_amount_minor: f.amount_minor, before_currency: f.currency, before_date: f.date
  })-[:_OF]->(f)
  SET c.key = c.at + '|' + c.id
}
//> change/former
RETURN count(*) AS written
