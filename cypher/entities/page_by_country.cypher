// mode: read
// hot
MATCH (g:Graph {id: 'graph'})
CALL () {
  MATCH (e:Entity)
  USING INDEX e:Entity(country, name_key)
  WHERE e.country = $anchor AND e.name_key > $low
    AND e.merged_into IS NULL
    AND ($kind IS NULL OR e.kind = $kind)
    AND ($country IS NULL OR e.country = $country OR e.region = $country)
  WITH e ORDER BY e.country, e.name_key LIMIT $limit
//> entity_shape
}
RETURN items, keys, g.revision AS revision
