  UNWIND $anchors AS anchor
  MATCH (f:Fact)
  USING INDEX SEEK f:Fact(date_key)
  WHERE f.date_key > anchor AND f.date_key > $low AND f.date_key < $high
//> ask/filters
