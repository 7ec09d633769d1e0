  WITH e, COUNT { (e)<-[:PARTY]-() } AS facts
  WHERE facts > 0 OR NOT coalesce(e.unregistered, false)
  RETURN collect({
    id: e.id, kind: e.kind, name: e.name, caption: e.caption, names: e.names, acronym: e.acronym, short: e.short,
    country: coalesce(e.region, e.country), office: e.regulator_kind, facts: facts,
    owners: COLLECT { MATCH (e)-[r:SUBSIDIARY_OF]->(o:Entity) RETURN {id: o.id, since: r.since, until: r.until} },
    operators: COLLECT { MATCH (e)-[r:OPERATED_BY]->(o:Entity) RETURN {id: o.id, since: r.since, until: r.until} }
  }) AS items
