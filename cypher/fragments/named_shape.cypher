RETURN e.id AS id, e.kind AS kind, e.names AS names, coalesce(e.region, e.country) AS country, coalesce(e.unregistered, false) AS unregistered,
       COLLECT { MATCH (e)-[:LINKED]-(other:Entity) RETURN other.id LIMIT 200 } AS around
