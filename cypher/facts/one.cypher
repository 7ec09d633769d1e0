// mode: read
// hot
MATCH (g:_Graph {id: 'graph'})
CALL () {
  MATCH (f:Fact {id: $id})
//> fact/whole
  WITH f, {
    stages: stages, changes: changes, changed_by: changed_by, law_text: f.law_text, instrument: f.instrument,
    order_kinds: f.order_kinds, trap: f.trap, note: f.note, date_note: f.date_note, uncertain: f.uncertain,
    withdrawn: f.withdrawn, withdrawn_reason: f.withdrawn_reason
  } AS more
//> fact/shape
  RETURN collect({fact: fact, more: more}) AS items
}
RETURN items, g.revision AS revision
