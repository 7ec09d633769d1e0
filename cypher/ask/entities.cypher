// mode: read
// How many entities there are, by the store's own count.
MATCH (e:Entity)
RETURN count(e) AS number
