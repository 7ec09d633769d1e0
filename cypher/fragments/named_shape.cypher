RETURN e.id AS id, e.kind AS kind, e.names AS names, coalesce(e.caption, e.name) AS caption, e.acronym AS acronym, coalesce(e.region, e.country) AS country, coalesce(e.unregistered, false) AS unregistered,
       COLLECT { MATCH (:_Node {id: e.id})-[:_LINKED]-(other:_Node) RETURN other.id LIMIT 200 } AS around
