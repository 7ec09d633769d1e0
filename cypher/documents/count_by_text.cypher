// mode: read
CALL db.index.fulltext.queryNodes('document_text', $text) YIELD node AS d
WITH d
WHERE ($kind IS NULL OR d.kind = $kind)
  AND ($publisher IS NULL OR d.publisher = $publisher)
RETURN count(d) AS value
