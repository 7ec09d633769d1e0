// mode: read
// hot
// variant anchor: all, kind, text, withdrawn
//> document/by/__anchor__
  WITH d LIMIT $limit
  RETURN count(d) AS value
