  MATCH (e:Entity)
  USING INDEX SEEK e:Entity(kind, name_key)
  WHERE e.kind = $anchor AND e.name_key > $low
//> entity/filters
