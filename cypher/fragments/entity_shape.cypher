  RETURN collect({
    id: e.id, name: e.name, caption: coalesce(e.caption, e.name), kind: e.kind, country: coalesce(e.region, e.country), aliases: e.aliases,
    acronym: e.acronym, website: e.website, unregistered: e.unregistered,
    facts: COUNT { (e)<-[:PARTY]-() }
  }) AS items, collect(e.name_key) AS keys
