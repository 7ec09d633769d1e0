// mode: read
// hot
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases, coalesce(e.region, e.country) AS country,
       e.unregistered AS unregistered, e.merged_into AS merged_into
