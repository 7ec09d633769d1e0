  UNWIND $subjects AS subject
  MATCH (t:_Total)
  USING INDEX t:_Total(subject)
  WHERE t.subject = subject
//> total/filters
