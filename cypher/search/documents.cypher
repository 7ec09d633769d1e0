// mode: read
CALL () {
  CALL db.index.fulltext.queryNodes('document_text', $text) YIELD node AS d, score
  WHERE d.withdrawn IS NULL AND NOT d.kind IN $uncounted
  // They come by score: what was withdrawn, or is no source, takes nobody's place.
  WITH d, score LIMIT $limit
  WITH d, score ORDER BY score DESC, d.published_key DESC
  RETURN collect({id: d.id, title: d.title, url: d.url, publisher: d.publisher, published: d.published, kind: d.kind,
    title_from_address: coalesce(d.title_from_address, false), score: score}) AS documents
}
RETURN documents
