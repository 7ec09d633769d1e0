// mode: write
// One weight for each pair of entities: neighbours of a hub are read in order of it, never by expanding the hub.
// The hints matter: planned while there are no relationships yet, reading all of them for each pair looks cheap.
UNWIND $pairs AS pair
MATCH (a:Entity {id: pair[0]})
MATCH (b:Entity {id: pair[1]})
OPTIONAL MATCH (a)-[old:LINKED]-(b)
DELETE old
WITH DISTINCT pair
MATCH (a:Entity {id: pair[0]})-[r]-(b:Entity {id: pair[1]})
USING INDEX SEEK a:Entity(id)
USING INDEX SEEK b:Entity(id)
WHERE r.fact_id IS NOT NULL
WITH a, b, r ORDER BY type(r)
WITH a, b, count(r) AS facts, collect(DISTINCT type(r)) AS relations, max(r.date) AS last,
     sum(CASE WHEN type(r) = 'FINED' THEN coalesce(r.amount_eur_minor, 0) ELSE 0 END) AS eur
CREATE (a)-[:LINKED {
  first: a.id, second: b.id, facts: facts, relations: relations, last: last, eur_minor: eur,
  rank: right('000000000000000' + toString(eur), 15) + right('000000' + toString(facts), 6) + '|' + a.id + '|' + b.id
}]->(b)
RETURN count(*) AS written
