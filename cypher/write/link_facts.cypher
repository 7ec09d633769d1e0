// mode: write
// What a person sees in Neo4j Browser: each current fact as one direct, named relationship. Derived, rebuilt at any time.
// The hints matter: planned while there are many entities and no facts yet, all pairs of entities look cheap.
UNWIND $ids AS id
MATCH (f:Fact {id: id})
WHERE f.withdrawn IS NULL
MATCH (s:Entity {id: f.subject_id}) USING INDEX SEEK s:Entity(id)
MATCH (o:Entity {id: f.object_id}) USING INDEX SEEK o:Entity(id)
WITH f, s, o,
//> fact/short_sum
  AS sum
CREATE (s)-[r:$(f.relation)]->(o)
SET r = {
  fact_id: f.id, date: f.date, status: f.status, amount: f.amount, currency: f.currency, amount_eur: f.amount_eur,
  amount_eur_minor: f.amount_eur_minor, role: f.role, source: f.source, caption: trim(replace(toLower(f.relation), '_', ' ') + ' ' + trim(sum + ' ' + left(coalesce(f.date, ''), 4)))
}
RETURN count(r) AS written
