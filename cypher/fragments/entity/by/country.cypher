  MATCH (e:Entity)
  USING INDEX SEEK e:Entity(country, name_key)
  WHERE e.country = $anchor AND e.name_key > $low
//> entity/filters
