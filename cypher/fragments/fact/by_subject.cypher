  MATCH (f:Fact)
  USING INDEX f:Fact(relation, subject_id, __key__)
  WHERE f.relation = $relation AND f.subject_id = $anchor AND f.__key__ > $low AND f.__key__ < $high
//> fact/filters
