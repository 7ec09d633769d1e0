  UNWIND $anchors AS anchor
  MATCH (f:Fact)
  USING INDEX SEEK f:Fact(relation, date_key)
  WHERE f.relation = anchor AND f.date_key > $low AND f.date_key < $high
//> ask/filters
