// mode: read
// The same of whoever has words of a question in a name, and of the groups that these belong to.
MATCH (g:_Graph {id: 'graph'})
CALL () {
  UNWIND $texts AS text
  CALL (text) {
    CALL db.index.fulltext.queryNodes('entity_forms', text.query, {limit: text.limit}) YIELD node
    RETURN node
    UNION
    CALL db.index.fulltext.queryNodes('entity_text', text.query, {limit: text.limit}) YIELD node
    RETURN node
  }
  WITH DISTINCT node AS hit
  WHERE hit.merged_into IS NULL AND hit.redacted IS NULL
  CALL (hit) {
    MATCH (hit)-[:SUBSIDIARY_OF|OPERATED_BY*0..6]->(top:Entity)
    WITH DISTINCT top
    MATCH (top)<-[:SUBSIDIARY_OF|OPERATED_BY*0..6]-(e:Entity)
    RETURN DISTINCT e LIMIT $members
  }
  WITH DISTINCT e
  WHERE e.merged_into IS NULL AND e.redacted IS NULL
//> ask/named
}
RETURN items, g.revision AS revision
