// mode: read
// Documents with an address that were last checked on a day or before it; those that were never checked first.
MATCH (d:Document)
WHERE d.url STARTS WITH 'http' AND d.withdrawn IS NULL
  AND ($before IS NULL OR coalesce(d.checked_on, '') <= $before)
  AND ($fact IS NULL OR EXISTS { (d)<-[:STATED_IN]-(:Claim)-[:SUPPORTS|DISPUTES]->(:Fact {id: $fact}) })
RETURN d.id AS id, d.url AS url, d.title AS title, d.publisher AS publisher, d.published AS published, d.language AS language,
       d.checked_on AS checked_on, d.etag AS etag, d.last_modified AS last_modified, d.page_sha256 AS page_sha256
ORDER BY coalesce(d.checked_on, ''), d.url, d.id
LIMIT $limit
