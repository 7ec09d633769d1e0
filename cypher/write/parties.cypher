// mode: write
// entity_id stands only on the first part that an entity has in a fact, so that an index over it gives each fact once.
UNWIND $rows AS row
MATCH (f:Fact {id: row.fact})
MATCH (e:Entity {id: row.entity})
CREATE (f)-[p:$(CASE WHEN f.withdrawn IS NULL THEN 'PARTY' ELSE 'FORMER_PARTY' END) {
  role: row.role, entity_id: row.entity_id,
  date_key: f.date_key, eur_key: f.eur_key, recorded_key: f.recorded_key
}]->(e)
RETURN count(e) AS written
