// mode: read
// variant key: date_key
//> fact/by_text
  WITH f LIMIT $limit
  RETURN count(f) AS value
