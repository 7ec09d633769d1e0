// mode: read
// hot
// variant key: date_key
//> fact/by_country
  WITH f LIMIT $limit
  RETURN count(f) AS value
