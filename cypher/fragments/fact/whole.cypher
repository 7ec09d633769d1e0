  CALL (f) {
    MATCH (f)-[:HAS_STAGE]->(stage:Stage)
    WHERE $known_on IS NULL OR stage.recorded <= $known_on
    OPTIONAL MATCH (stage)-[:BY]->(by:Entity)
    WITH stage, by ORDER BY stage.position
    RETURN collect({
      stage: stage.stage, date: stage.date, note: stage.note, unsourced: stage.unsourced,
      by: CASE WHEN by IS NULL THEN null ELSE {id: by.id, name: by.name, kind: by.kind, country: coalesce(by.region, by.country)} END,
      amount_minor: stage.amount_minor, currency: stage.currency
    }) AS stages
  }
  CALL (f) {
    OPTIONAL MATCH (f)-[:CHANGES]->(other:Fact)
    RETURN collect(other {.id, .relation, .date}) AS changes
  }
  CALL (f) {
    OPTIONAL MATCH (f)<-[:CHANGES]-(other:Fact)
    WITH other ORDER BY other.date_key
    RETURN collect(other {.id, .relation, .date}) AS changed_by
  }
