// What the training run asks, so that the classes of planning and running are in the archive. One statement a paragraph.

CREATE CONSTRAINT training_id IF NOT EXISTS FOR (t:Training) REQUIRE t.id IS UNIQUE

CREATE INDEX training_name IF NOT EXISTS FOR (t:Training) ON (t.name, t.date)

CREATE FULLTEXT INDEX training_text IF NOT EXISTS FOR (t:Training) ON EACH [t.name]

UNWIND range(1, 200) AS i
MERGE (t:Training {id: toString(i)})
SET t.name = 'name ' + i, t.date = date('2022-05-18') + duration({days: i}), t.amount = i

MATCH (a:Training), (b:Training) WHERE b.amount = a.amount + 1
MERGE (a)-[:NEXT {at: a.date}]->(b)

MATCH (t:Training) WHERE t.name >= 'name 1' AND t.date > date('2022-06-01')
WITH t ORDER BY t.name DESC LIMIT 10
RETURN collect({id: t.id, name: t.name, next: COLLECT { MATCH (t)-[:NEXT]->(n) RETURN n {.id, .name} }}) AS rows

MATCH (t:Training)-[r:NEXT]->() RETURN t.date.year AS year, count(*) AS facts, sum(t.amount) AS amount ORDER BY year

MATCH p = SHORTEST 1 (:Training {id: '1'})-[:NEXT]-+(:Training {id: '9'}) RETURN [n IN nodes(p) | n.id] AS ids

CALL db.index.fulltext.queryNodes('training_text', 'name~') YIELD node, score RETURN node.id AS id, score LIMIT 5

CALL { MATCH (t:Training) WITH t LIMIT 20 DETACH DELETE t } RETURN 1 AS done

EXPLAIN MATCH (t:Training) WHERE t.amount IN [1, 2] OR EXISTS { (t)-->() } RETURN DISTINCT t
