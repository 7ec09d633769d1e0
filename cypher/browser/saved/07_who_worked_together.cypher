// Authorities that investigated Clearview AI together
// A joint investigation has two authorities, and is one decision of which a sum counts once.
MATCH (f:Fact {relation: 'INVESTIGATED_JOINTLY_WITH'})-[:PARTY]->(:Entity {id: 'clearview-ai'})
MATCH p = (:Entity {id: f.subject_id})-[r:INVESTIGATED_JOINTLY_WITH]->(:Entity {id: f.object_id})
WHERE r.fact_id = f.id
RETURN DISTINCT p
