  MATCH (e:Entity)
  USING INDEX SEEK e:Entity(name_key)
  WHERE e.name_key > $low
//> entity/filters
