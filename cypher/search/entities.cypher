// mode: read
// Whoever has names like those of a query, unranked; who was merged into another stands for that one.
MATCH (g:_Graph {id: 'graph'})
CALL () {
  CALL db.index.fulltext.queryNodes('entity_forms', $text, {limit: $limit}) YIELD node AS hit
  WHERE hit.redacted IS NULL
  OPTIONAL MATCH (kept:Entity {id: hit.merged_into})
  WITH DISTINCT coalesce(kept, hit) AS e
  WITH e, COUNT { (e)<-[:PARTY]-() } AS facts
  WHERE facts > 0 OR NOT coalesce(e.unregistered, false)
  OPTIONAL MATCH (e)-[:SUBSIDIARY_OF|OPERATED_BY]->(owner:Entity)
  WITH e, facts, min(owner.id) AS owner
  RETURN collect({
    id: e.id, name: e.name, caption: coalesce(e.caption, e.name), acronym: e.acronym, kind: e.kind,
    country: coalesce(e.region, e.country), aliases: e.aliases, names: e.names, facts: facts, owner: owner
  }) AS entities
}
RETURN entities, g.revision AS revision
