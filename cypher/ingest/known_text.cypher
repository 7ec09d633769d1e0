// mode: read
// hot
// The document with this very text and address, if it was read before; and the latest other text of that address.
OPTIONAL MATCH (same:Document {id: $id})
CALL () {
  OPTIONAL MATCH (d:Document {url: $url}) USING INDEX SEEK d:Document(url)
  WHERE d.id <> $id AND d.text_sha256 IS NOT NULL AND d.superseded_by IS NULL
  RETURN collect(d.id) AS older
}
RETURN same.id AS same, same.withdrawn AS withdrawn, older
