  UNWIND CASE
    WHEN $second = 'law' THEN CASE WHEN size(f.laws) = 0 THEN [null] ELSE f.laws END
    WHEN $second = 'article' THEN CASE WHEN size(f.articles) = 0 THEN [null] ELSE f.articles END
    ELSE [CASE $second
      WHEN 'regulator' THEN f.subject_id
      WHEN 'target' THEN f.object_id
      WHEN 'country' THEN f.country
      WHEN 'region' THEN coalesce(f.region, f.country)
      WHEN 'year' THEN left(f.day, 4)
      WHEN 'month' THEN left(f.day, 7)
      WHEN 'status' THEN f.status
      WHEN 'relation' THEN f.relation
      WHEN 'tier' THEN f.tier
      WHEN 'target_country' THEN COLLECT { MATCH (o:Entity {id: f.object_id}) RETURN o.country }[0]
    END]
  END AS second
