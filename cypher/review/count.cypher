// mode: read
// hot
//> review_waiting
  WITH c LIMIT $limit
  RETURN count(c) AS value
