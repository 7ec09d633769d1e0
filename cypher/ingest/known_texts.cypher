// mode: read
// hot
// Documents with these very texts and addresses, if they were read before, and by what; and other texts of the address
// that none has followed yet.
UNWIND $rows AS row
OPTIONAL MATCH (same:Document {id: row.id})
CALL (row) {
  OPTIONAL MATCH (d:Document {address: row.address}) USING INDEX SEEK d:Document(address)
  WHERE d.id <> row.id AND d.text_sha256 IS NOT NULL AND d.superseded_by IS NULL
  RETURN collect(d.id) AS older
}
RETURN row.id AS id, same.id AS same, same.withdrawn AS withdrawn, older,
       coalesce(same.read_by, COLLECT {
         MATCH (same)<-[:STATED_IN]-(c:Claim) RETURN DISTINCT c.extractor + ' ' + c.extractor_version
       }) AS read_by
