// mode: read
// hot
// variant key: date_key
// variant order: DESC
  UNWIND $ranges AS range
//> private/rows
  RETURN count(f) AS value
