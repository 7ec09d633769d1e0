// mode: read
// Documents that the full text finds also where accents are set otherwise.
CALL db.index.fulltext.queryNodes('document_text', $text) YIELD node AS d
RETURN elementId(d) AS node, 'Document' AS label, properties(d) AS properties
