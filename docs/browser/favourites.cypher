// Who fined Clearview AI
MATCH p = (:Company {id: 'clearview-ai'})<-[:FINED]-(:Regulator)
RETURN p;

// All that authorities and courts did about Clearview AI
MATCH p = (:Company {id: 'clearview-ai'})<-[r]-(:Entity)
WHERE r.fact_id IS NOT NULL
RETURN p;

// The life of the British fine of Clearview AI
MATCH (f:Fact {id: 'clearview-uk-2022'})
OPTIONAL MATCH stages = (f)-[:HAS_STAGE]->(:Stage)
OPTIONAL MATCH by = (f)-[:HAS_STAGE]->(:Stage)-[:BY]->(:Entity)
RETURN f, stages, by;

// Rulings that changed the British fine
MATCH p = (:Fact)-[:CHANGES*1..3]->(:Fact {id: 'clearview-uk-2022'})
RETURN p;

// Who says so: the sources of the British fine
MATCH p = (:Fact {id: 'clearview-uk-2022'})<-[:SUPPORTS|DISPUTES]-(:Claim)-[:STATED_IN]->(:Document)
RETURN p;

// Whom Clearview AI scraped, and who answered
MATCH p = (:Company {id: 'clearview-ai'})-[:SCRAPED]->(:Entity)
OPTIONAL MATCH answered = (:Company {id: 'clearview-ai'})<-[:SENT_CEASE_AND_DESIST_TO]-(:Entity)
RETURN p, answered;

// Authorities that investigated Clearview AI together
MATCH (f:Fact {relation: 'INVESTIGATED_JOINTLY_WITH'})-[:PARTY]->(:Entity {id: 'clearview-ai'})
MATCH p = (:Entity {id: f.subject_id})-[r:INVESTIGATED_JOINTLY_WITH]->(:Entity {id: f.object_id})
WHERE r.fact_id = f.id
RETURN DISTINCT p;

// The largest fines, whatever became of them
MATCH (f:Fact)
USING INDEX SEEK f:Fact(relation, eur_key)
WHERE f.relation = 'FINED' AND f.eur_key > '0'
WITH f ORDER BY f.relation DESC, f.eur_key DESC LIMIT 25
MATCH p = (:Entity {id: f.subject_id})-[r:FINED]->(:Entity {id: f.object_id})
WHERE r.fact_id = f.id
RETURN p;

// What one authority fined since 2022
MATCH (f:Fact)
USING INDEX SEEK f:Fact(relation, subject_id, date_key)
WHERE f.relation = 'FINED' AND f.subject_id = 'cnil-fr' AND f.date_key > '2022'
WITH f ORDER BY f.relation DESC, f.subject_id DESC, f.date_key DESC LIMIT 100
MATCH p = (:Entity {id: f.subject_id})-[r:FINED]->(:Entity {id: f.object_id})
WHERE r.fact_id = f.id
RETURN p;

// A group, its subsidiaries and platforms, and who fined any of them
MATCH group = (:Entity {id: 'meta-platforms'})<-[:SUBSIDIARY_OF|OPERATED_BY*1..3]-(member:Entity)
OPTIONAL MATCH fined = (member)<-[:FINED]-()
RETURN group, fined;

// The shortest chains between two
MATCH (a:Entity {id: 'clearview-ai'})
MATCH (b:Entity {id: 'meta-platforms'})
MATCH p = SHORTEST 5 (a)((x)-[r]-(y) WHERE r.fact_id IS NOT NULL){1,4}(b)
RETURN p;

// Find somebody by a name, an acronym or a former name
CALL db.index.fulltext.queryNodes('entity_text', 'clearview') YIELD node, score
RETURN node.caption AS who, node.id AS id, labels(node)[1] AS kind, score
ORDER BY score DESC LIMIT 20;
