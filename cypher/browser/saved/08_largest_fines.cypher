// The largest fines, whatever became of them
// By the euro value on the day of the decision; a sum that several facts share stands on each of them.
MATCH (f:Fact)
USING INDEX SEEK f:Fact(relation, eur_key)
WHERE f.relation = 'FINED' AND f.eur_key > '0'
WITH f ORDER BY f.relation DESC, f.eur_key DESC LIMIT 25
MATCH p = (:Entity {id: f.subject_id})-[r:FINED]->(:Entity {id: f.object_id})
WHERE r.fact_id = f.id
RETURN p
