  MATCH (t:_Total)
  USING INDEX t:_Total(subject)
  WHERE t.subject = ''
//> total/filters
