// mode: read
// Some of what a batch brought: documents with their claims and facts, then facts that no document of it has any more; and
// the facts of others that these claims speak of: all, and those that lists brought.
OPTIONAL MATCH (b:_Batch {id: $id})
WITH b IS NOT NULL AS known, COLLECT { MATCH (d:Document {batch: $id}) RETURN d LIMIT $most } AS documents
WITH known, documents, COLLECT { UNWIND documents AS d MATCH (d)<-[:STATED_IN]-(c:Claim) RETURN c } AS claims
WITH known, documents, claims, COLLECT {
  UNWIND claims AS c
  MATCH (c)-[:SUPPORTS|DISPUTES]->(f:Fact)
  RETURN DISTINCT f
} AS met
RETURN known, [d IN documents | d.id] AS documents, [c IN claims | c.id] AS claims,
       CASE WHEN documents = []
         THEN COLLECT { MATCH (f:Fact {batch: $id}) WHERE f.id > $after RETURN f.id ORDER BY f.id LIMIT $most }
         ELSE COLLECT { UNWIND documents AS d MATCH (f:Fact {id: d.id}) WHERE f.batch = $id RETURN f.id }
       END AS facts,
       [f IN met WHERE coalesce(f.batch, '') <> $id | f.id] AS touched, [f IN met WHERE f.batch <> $id | f.id] AS others
