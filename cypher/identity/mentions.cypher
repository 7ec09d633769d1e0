// mode: read
// Claims of machines that name an entity at any end, or stand in a document, or are given. Reads all claims: roles are in
// no index, and judgements are rare.
MATCH (c:Claim)-[:STATED_IN]->(d:Document)
WHERE NOT c.extractor IN ['curated', 'list']
  AND (c.subject IN $ids OR c.object IN $ids OR c.id IN $claims OR d.id IN $documents
       OR any(role IN c.roles WHERE split(role, '=')[1] IN $ids))
//> mention_shape
