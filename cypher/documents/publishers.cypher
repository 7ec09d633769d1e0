// mode: read
MATCH (d:Document)
UNWIND coalesce(d.publishers, [d.publisher]) AS publisher
RETURN DISTINCT publisher
ORDER BY publisher
