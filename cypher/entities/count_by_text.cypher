// mode: read
CALL db.index.fulltext.queryNodes('entity_text', $text) YIELD node AS e
WITH e
WHERE e.merged_into IS NULL
  AND ($kind IS NULL OR e.kind = $kind)
  AND ($country IS NULL OR e.country = $country OR e.region = $country)
RETURN count(e) AS value
