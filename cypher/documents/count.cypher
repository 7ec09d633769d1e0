// mode: read
MATCH (d:Document)
WHERE ($kind IS NULL OR d.kind = $kind)
  AND ($publisher IS NULL OR d.publisher = $publisher)
RETURN count(d) AS value
