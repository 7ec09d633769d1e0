//> fact/stages
  CALL (f) {
    OPTIONAL MATCH (f)-[:CHANGES]->(other:Fact)
    RETURN collect(other {.id, .relation, .date}) AS changes
  }
  CALL (f) {
    OPTIONAL MATCH (f)<-[:CHANGES]-(other:Fact)
    WITH other ORDER BY other.date_key
    RETURN collect(other {.id, .relation, .date}) AS changed_by
  }
