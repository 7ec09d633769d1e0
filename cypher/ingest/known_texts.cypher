// mode: read
// hot
// Documents that hold these very texts, by the hash, with the ways to them and what has read them; and ways from the same
// addresses to other texts that lead there still.
UNWIND $rows AS row
CALL (row) {
  MATCH (d:Document {text_sha256: row.sha256}) USING INDEX SEEK d:Document(text_sha256)
  WHERE d.batch IS NULL
  // Before texts were known by their hash one could be several documents: that of this way keeps it, else the first.
  WITH d ORDER BY NOT EXISTS { (:_Way {place: row.place})-[:_WAY_TO]->(d) }, d.recorded, d.id LIMIT 1
  RETURN collect(d)[0] AS d
}
CALL (row, d) {
  MATCH (w:_Way {place: row.place})-[:_WAY_TO]->(other:Document)
  USING INDEX SEEK w:_Way(place)
  WHERE row.follows AND w.superseded_by IS NULL AND other.text_sha256 <> row.sha256
  RETURN collect({way: w.id, document: other.id}) AS older
}
RETURN row.sha256 AS sha256, d.id AS id, d.withdrawn AS withdrawn, d.superseded_by AS superseded_by, older,
       d.read_with AS read_with, d.published AS published, d.unread AS unread,
       COLLECT { MATCH (w:_Way)-[:_WAY_TO]->(d) RETURN properties(w) } AS ways,
       // One that was cut off between two of its parts was read by nobody.
       CASE WHEN d.writing IS NOT NULL THEN [] ELSE coalesce(d.read_by, COLLECT {
         MATCH (d)<-[:STATED_IN]-(c:Claim) RETURN DISTINCT c.extractor + ' ' + c.extractor_version
       }) END AS read_by
