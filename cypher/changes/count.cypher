// mode: read
// hot
// variant anchor: all, text
//> change/by/__anchor__
  WITH c LIMIT $limit
  RETURN count(c) AS value
