  UNWIND $anchors AS anchor
  MATCH (s:Stage)<-[:HAS_STAGE]-(f:Fact)
  USING INDEX SEEK s:Stage(stage)
  WHERE s.stage = anchor AND f.date_key > $low AND f.date_key < $high
//> ask/filters
  // A stage may be in a life cycle twice.
  WITH DISTINCT f, status, since, standing
