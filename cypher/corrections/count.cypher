// mode: read
// hot
MATCH (k:_Correction)
USING INDEX SEEK k:_Correction(key)
WHERE k.key < $high AND ($origins IS NULL OR k.origin IN $origins)
WITH k LIMIT $limit
RETURN count(k) AS value
