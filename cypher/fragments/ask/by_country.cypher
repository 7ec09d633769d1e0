  UNWIND $anchors AS anchor
  MATCH (f:Fact)
  USING INDEX SEEK f:Fact(country, date_key)
  WHERE f.country = anchor AND f.date_key > $low AND f.date_key < $high
//> ask/filters
