// mode: read
// hot
MATCH (g:_Graph {id: 'graph'})
CALL () {
  MATCH (k:_Correction)
  USING INDEX SEEK k:_Correction(key)
  WHERE k.key < $high AND ($origins IS NULL OR k.origin IN $origins)
  WITH k ORDER BY k.key DESC LIMIT $limit
  CALL (k) {
    OPTIONAL MATCH (k)-[:_OF]->(c:Claim)-[:STATED_IN]->(d:Document)
    OPTIONAL MATCH (c)-[:SUPPORTS|DISPUTES]->(f:Fact)
    OPTIONAL MATCH (c)<-[:_OF]-(other:_Correction {takes_back: k.id})
    RETURN d {.id, .title, .url, .publisher, .published, .kind} AS document, f {.id, .relation, .date} AS fact, other.id AS taken_back_by
    LIMIT 1
  }
  CALL (k) {
    // A record of a joint action has a fact for each pair of its parties; the first one speaks for it.
    OPTIONAL MATCH (f:Fact {action: k.record}) WHERE f.withdrawn IS NULL
    RETURN f AS about ORDER BY f.id LIMIT 1
  }
  RETURN collect({
    id: k.id, at: k.at, origin: k.origin, who: k.who, why: k.why, claim: k.claim, record: k.record, document: document,
    fact: coalesce(fact, about {.id, .relation, .date}), before: k.before, right: k.right, takes_back: k.takes_back,
    taken_back_by: taken_back_by, sources: k.sources
  }) AS items, collect(k.key) AS keys
}
RETURN items, keys, g.revision AS revision
