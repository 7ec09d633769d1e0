// mode: read
// hot
// Whoever and whatever a question can name: all live entities with their names, owners and number of parts in facts.
MATCH (g:_Graph {id: 'graph'})
CALL () {
  MATCH (e:Entity)
  USING INDEX SEEK e:Entity(name_key)
  WHERE e.name_key > '' AND e.merged_into IS NULL AND e.redacted IS NULL
//> ask/named
}
RETURN items, g.revision AS revision
