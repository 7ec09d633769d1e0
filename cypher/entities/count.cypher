// mode: read
// hot
// variant anchor: all, country, kind, text
//> entity/by/__anchor__
  WITH e LIMIT $limit
  RETURN count(e) AS value
