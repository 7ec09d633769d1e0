// mode: write
// One weight for each pair of entities: neighbours of a hub are read in order of it, never by expanding the hub. It stands on
// nodes of its own, by id, so that what joins entities is of the field alone.
// The hints matter: planned while there are no relationships yet, reading all of them for each pair looks cheap.
UNWIND $pairs AS pair
CALL (pair) {
  MATCH (x:_Node {id: pair[0]})
  MATCH (y:_Node {id: pair[1]})
  MATCH (x)-[old:_LINKED]-(y)
  DELETE old
}
WITH pair
MATCH (a:Entity {id: pair[0]})-[r]-(b:Entity {id: pair[1]})
USING INDEX SEEK a:Entity(id)
USING INDEX SEEK b:Entity(id)
WHERE r.fact_id IS NOT NULL
WITH a.id AS first, b.id AS second, r ORDER BY type(r)
WITH first, second, count(r) AS facts, collect(DISTINCT type(r)) AS relations, max(r.date) AS last,
     sum(CASE WHEN type(r) = 'FINED' THEN coalesce(r.amount_eur_minor, 0) ELSE 0 END) AS eur
MERGE (x:_Node {id: first})
MERGE (y:_Node {id: second})
CREATE (x)-[:_LINKED {
  first: first, second: second, facts: facts, relations: relations, last: last, eur_minor: eur,
  rank: right('000000000000000' + toString(eur), 15) + right('000000' + toString(facts), 6) + '|' + first + '|' + second
}]->(y)
RETURN count(*) AS written
