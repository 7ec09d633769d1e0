// What one authority fined since 2022
// Change the id and the year; ids are those of the pages and the API.
MATCH (f:Fact)
USING INDEX SEEK f:Fact(relation, subject_id, date_key)
WHERE f.relation = 'FINED' AND f.subject_id = 'cnil-fr' AND f.date_key > '2022'
WITH f ORDER BY f.relation DESC, f.subject_id DESC, f.date_key DESC LIMIT 100
MATCH p = (:Entity {id: f.subject_id})-[r:FINED]->(:Entity {id: f.object_id})
WHERE r.fact_id = f.id
RETURN p
