// mode: read
MATCH (a)-[r]->(b)
RETURN type(r) AS type, coalesce(a.restored, toInteger(last(split(elementId(a), ':')))) AS start,
  coalesce(b.restored, toInteger(last(split(elementId(b), ':')))) AS end, properties(r) AS properties
