  UNWIND $subjects AS subject
  MATCH (t:_Total)
  USING INDEX SEEK t:_Total(subject)
  WHERE t.subject = subject
//> total/filters
