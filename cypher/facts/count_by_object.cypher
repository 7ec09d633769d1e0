// mode: read
// hot
// variant key: date_key
//> fact/by_object
  WITH f LIMIT $limit
  RETURN count(f) AS value
