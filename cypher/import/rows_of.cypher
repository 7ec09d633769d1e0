// mode: read
// What a batch brought, and the facts of others that its claims speak of: all, and those that lists brought.
OPTIONAL MATCH (b:_Batch {id: $id})
RETURN b IS NOT NULL AS known,
       COLLECT { MATCH (d:Document {batch: $id}) RETURN d.id } AS documents,
       COLLECT { MATCH (:Document {batch: $id})<-[:STATED_IN]-(c:Claim) RETURN c.id } AS claims,
       COLLECT { MATCH (f:Fact {batch: $id}) RETURN f {.id, subject: f.subject_id, object: f.object_id} } AS facts,
       COLLECT {
         MATCH (:Document {batch: $id})<-[:STATED_IN]-(:Claim)-[:SUPPORTS|DISPUTES]->(f:Fact)
         WHERE coalesce(f.batch, '') <> $id RETURN DISTINCT f.id
       } AS touched,
       COLLECT {
         MATCH (:Document {batch: $id})<-[:STATED_IN]-(:Claim)-[:SUPPORTS|DISPUTES]->(f:Fact)
         WHERE f.batch <> $id RETURN DISTINCT f.id
       } AS others
