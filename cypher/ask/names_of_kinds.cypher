// mode: read
// hot
// The same of some kinds alone.
MATCH (g:_Graph {id: 'graph'})
CALL () {
  UNWIND $kinds AS kind
  MATCH (e:Entity)
  USING INDEX SEEK e:Entity(kind, name_key)
  WHERE e.kind = kind AND e.name_key > '' AND e.merged_into IS NULL AND e.redacted IS NULL
//> ask/named
}
RETURN items, g.revision AS revision
