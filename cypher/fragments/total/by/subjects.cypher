  MATCH (t:_Total)
  USING INDEX SEEK t:_Total(subject)
  WHERE t.subject > ''
//> total/filters
