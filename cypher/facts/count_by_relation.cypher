// mode: read
// hot
// variant key: date_key
//> fact/by_relation
  WITH f LIMIT $limit
  RETURN count(f) AS value
