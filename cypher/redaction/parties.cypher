// mode: write
// The keys that stand on the relationships of a fact, as the fact and its parties now have them.
UNWIND $ids AS id
MATCH (f:Fact {id: id})-[p:PARTY|FORMER_PARTY]->(e:Entity)
SET p.entity_id = CASE WHEN p.entity_id IS NULL THEN null ELSE e.id END,
    p.date_key = f.date_key, p.eur_key = f.eur_key, p.recorded_key = f.recorded_key
RETURN count(p) AS written
