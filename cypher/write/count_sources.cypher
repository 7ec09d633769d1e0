// mode: write
// The hints matter: planned while there are many entities and no facts yet, all pairs of entities look cheap.
UNWIND $ids AS id
MATCH (f:Fact {id: id})
MATCH (s:Entity {id: f.subject_id}) USING INDEX SEEK s:Entity(id)
MATCH (o:Entity {id: f.object_id}) USING INDEX SEEK o:Entity(id)
CALL (f) {
  OPTIONAL MATCH (f)<-[:SUPPORTS]-(c:Claim)-[:STATED_IN]->(d:Document)
  WHERE c.withdrawn IS NULL AND c.review <> 'rejected'
  WITH c, d, CASE WHEN d.kind IN $uncounted THEN null ELSE d END AS counted
  RETURN count(DISTINCT counted) AS documents, count(DISTINCT counted.independence_key) AS independent,
         collect(DISTINCT c.review) AS reviews
}
SET f.documents = documents, f.independent = independent,
    f.review = CASE WHEN 'accepted' IN reviews THEN 'accepted' WHEN 'unreviewed' IN reviews THEN 'unreviewed' ELSE 'rejected' END,
    f.text = reduce(all_ = coalesce(f.summary, ''), name IN s.names + o.names | all_ + ' ' + name)
RETURN count(f) AS written
