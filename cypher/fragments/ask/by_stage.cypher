  UNWIND $anchors AS anchor
  MATCH (start:Stage)
  USING INDEX SEEK start:Stage(stage)
  WHERE start.stage = anchor
  MATCH (start)<-[:HAS_STAGE]-(f)
  // A stage may be in a life cycle twice. Facts have no label here, so that no index of theirs is gone through instead.
  WITH DISTINCT f
  WHERE f.date_key > $low AND f.date_key < $high
//> ask/filters
