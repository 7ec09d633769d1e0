// mode: read
// Entities whose names have words like those of a new one.
UNWIND $rows AS row
CALL (row) {
  CALL db.index.fulltext.queryNodes('entity_forms', row.text, {limit: 20}) YIELD node AS e
  RETURN e
}
WITH DISTINCT e
WHERE e.merged_into IS NULL AND e.redacted IS NULL
//> named_shape
