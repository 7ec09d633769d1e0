// mode: read
// hot
MATCH (g:Graph {id: 'graph'})
CALL () {
  MATCH (d:Document)
  USING INDEX d:Document(kind, published_key)
  WHERE d.kind = $anchor AND d.published_key < $high
    AND ($kind IS NULL OR d.kind = $kind)
    AND ($publisher IS NULL OR d.publisher = $publisher)
  WITH d ORDER BY d.kind DESC, d.published_key DESC LIMIT $limit
  RETURN collect({
    id: d.id, title: d.title, url: d.url, publisher: d.publisher, kind: d.kind, language: d.language,
    published: d.published, recorded: d.recorded, claims: COUNT { (d)<-[:STATED_IN]-() }
  }) AS items, collect(d.published_key) AS keys
}
RETURN items, keys, g.revision AS revision
