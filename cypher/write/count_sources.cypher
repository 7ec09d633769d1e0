// mode: write
// Documents of one publisher are one source, and so are near-duplicates; what hangs together over both counts once.
// The hints matter: planned while there are many entities and no facts yet, all pairs of entities look cheap.
UNWIND $ids AS id
MATCH (f:Fact {id: id})
MATCH (s:Entity {id: f.subject_id}) USING INDEX SEEK s:Entity(id)
MATCH (o:Entity {id: f.object_id}) USING INDEX SEEK o:Entity(id)
CALL (f) {
  OPTIONAL MATCH (f)<-[:SUPPORTS]-(c:Claim)-[:STATED_IN]->(d:Document)
  WHERE c.withdrawn IS NULL AND c.review <> 'rejected'
  WITH c, CASE WHEN d.kind IN $uncounted THEN null ELSE d END AS counted
  WITH count(DISTINCT counted) AS documents, collect(DISTINCT c.review) AS reviews,
       collect(DISTINCT CASE WHEN counted IS NULL THEN null
                             ELSE coalesce(counted.independence_keys, [counted.independence_key]) + ['twins of ' + coalesce(counted.twin_key, counted.id)] END) AS sources
  RETURN documents, reviews, size(reduce(groups = [], keys IN sources |
    [g IN groups WHERE none(key IN keys WHERE key IN g)]
    + [reduce(whole = keys, g IN [g IN groups WHERE any(key IN keys WHERE key IN g)] | whole + g)]
  )) AS independent
}
CALL (f) {
  OPTIONAL MATCH (f)<-[:SUPPORTS]-(c:Claim)-[:STATED_IN]->(d:Document)
  WHERE c.withdrawn IS NULL AND c.review <> 'rejected'
  WITH d, c ORDER BY CASE WHEN d.kind IN ['official', 'court'] THEN 0 WHEN d.kind = 'press' THEN 1 ELSE 2 END, d.url IS NULL, d.published_key, c.id
  RETURN collect(coalesce(d.url, d.title))[0] AS source
}
WITH f, s, o, documents, reviews, independent, source,
//> fact/short_sum
  AS sum
WITH f, s, o, documents, reviews, independent, source, sum,
     [name IN [coalesce(s.caption, s.name), coalesce(o.caption, o.name)] |
      coalesce([form IN $forms WHERE name ENDS WITH form | left(name, size(name) - size(form))][0], name)] AS names
SET f.caption = trim(names[0] + ' ' + coalesce($verbs[f.relation], f.relation) + ' ' + names[1] + ' ' + sum),
    f.source = source
SET f.documents = documents, f.independent = independent,
    f.disputed = CASE WHEN EXISTS {
      MATCH (f)<-[:DISPUTES]-(c:Claim) WHERE c.withdrawn IS NULL AND c.review <> 'rejected'
    } THEN true END,
    f.review = CASE WHEN 'accepted' IN reviews THEN 'accepted' WHEN 'unreviewed' IN reviews THEN 'unreviewed' ELSE 'rejected' END,
    f.text = reduce(all_ = coalesce(f.summary, ''), name IN s.names + o.names | all_ + ' ' + name)
WITH f, replace(toLower(f.relation), '_', ' ') AS verb, sum + ' ' + left(coalesce(f.date, ''), 4) AS rest
CALL (f, verb, rest) {
  MATCH (a:Entity {id: f.subject_id})-[r]->(b:Entity {id: f.object_id})
  USING INDEX SEEK a:Entity(id)
  USING INDEX SEEK b:Entity(id)
  WHERE r.fact_id = f.id
  SET r.source = f.source, r.caption = trim(verb + ' ' + trim(rest))
}
RETURN count(f) AS written
