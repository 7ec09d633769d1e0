// mode: read
// hot
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN {id: e.id, name: e.name, caption: e.caption, acronym: e.acronym, kind: e.kind, country: coalesce(e.region, e.country)} AS entity
