// mode: read
// hot
MATCH (g:_Graph {id: 'graph'})
OPTIONAL MATCH (e:Entity {id: $id})
CALL (e) {
  OPTIONAL MATCH (e)-[r:SUBSIDIARY_OF|OPERATED_BY]->(owner:Entity)
  RETURN collect({relation: type(r), since: r.since, until: r.until, entity: owner {.id, .name, caption: coalesce(owner.caption, owner.name), .acronym, .kind, country: coalesce(owner.region, owner.country)}}) AS owners
}
CALL (e) {
  OPTIONAL MATCH (e)<-[r:SUBSIDIARY_OF|OPERATED_BY]-(owned:Entity)
  WITH r, owned ORDER BY owned.name_key LIMIT 100
  RETURN collect({relation: type(r), since: r.since, until: r.until, entity: owned {.id, .name, caption: coalesce(owned.caption, owned.name), .acronym, .kind, country: coalesce(owned.region, owned.country)}}) AS owned
}
RETURN CASE WHEN e IS NULL THEN null ELSE properties(e) END AS properties,
       [row IN owners WHERE row.relation IS NOT NULL] AS owners,
       [row IN owned WHERE row.relation IS NOT NULL] AS owned,
       COLLECT { MATCH (m:Entity {merged_into: e.id}) RETURN m.id ORDER BY m.id LIMIT 100 } AS merged,
       CASE WHEN e IS NULL THEN 0 ELSE COUNT { (e)<-[:PARTY]-() } END AS parts,
       g.revision AS revision
