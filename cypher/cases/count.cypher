// mode: read
MATCH (c:Case)
RETURN count(c) AS value
