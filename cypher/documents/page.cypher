// mode: read
// hot
// variant anchor: all, kind, text, withdrawn
MATCH (g:_Graph {id: 'graph'})
CALL () {
//> document/by/__anchor__
//> document/order/__anchor__
  RETURN collect({
    id: d.id, title: d.title, url: d.url, publisher: d.publisher, kind: d.kind, language: d.language,
    title_from_address: coalesce(d.title_from_address, false), checked_on: d.checked_on, check_state: d.check_state,
    published: d.published, recorded: d.recorded, claims: COUNT { (d)<-[:STATED_IN]-() },
    withdrawn: left(d.withdrawn, 10), withdrawn_reason: d.withdrawn_reason
  }) AS items, collect(key) AS keys
}
RETURN items, keys, g.revision AS revision
