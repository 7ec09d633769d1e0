// A document keeps the key of its publisher: that it is a copy of others stands in `twin_key` alone. Hosts with and without
// `www.` are one address. Then the independent sources of every fact are counted anew.
MATCH (d:Document) WHERE d.independence_key STARTS WITH 'twins of '
CALL (d) { SET d.independence_key = d.publisher_key } IN TRANSACTIONS OF 5000 ROWS;
MATCH (d:Document) WHERE d.address =~ '(?i)https?://www[.].*'
CALL (d) {
  SET d.address = split(d.address, '://')[0] + '://' + substring(split(d.address, '://')[1], 4)
} IN TRANSACTIONS OF 5000 ROWS;
MATCH (f:Fact)
CALL (f) {
  OPTIONAL MATCH (f)<-[:SUPPORTS]-(c:Claim)-[:STATED_IN]->(d:Document)
  WHERE c.withdrawn IS NULL AND c.review <> 'rejected' AND NOT d.kind IN ['note', 'memory']
  WITH f, collect(DISTINCT CASE WHEN d IS NULL THEN null
                                ELSE [d.independence_key, 'twins of ' + coalesce(d.twin_key, d.id)] END) AS sources
  SET f.independent = size(reduce(groups = [], keys IN sources |
    [g IN groups WHERE none(key IN keys WHERE key IN g)]
    + [reduce(whole = keys, g IN [g IN groups WHERE any(key IN keys WHERE key IN g)] | whole + g)]
  ))
} IN TRANSACTIONS OF 1000 ROWS;
