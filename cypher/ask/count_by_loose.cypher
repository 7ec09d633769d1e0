// mode: read
// hot
//> ask/by_loose
  WITH f LIMIT $limit
  RETURN count(f) AS value
