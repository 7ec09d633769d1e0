//> fact/filters
    AND ($asked_relations IS NULL OR f.relation IN $asked_relations)
    AND ($asked_subjects IS NULL OR f.subject_id IN $asked_subjects)
    AND ($asked_objects IS NULL OR f.object_id IN $asked_objects)
    AND ($asked_countries IS NULL OR f.country IN $asked_countries OR f.region IN $asked_countries)
    AND ($asked_laws IS NULL OR any(law IN f.laws WHERE law IN $asked_laws))
    AND ($asked_article IS NULL OR any(article IN f.articles WHERE article =~ $asked_article))
    AND ($asked_topics IS NULL OR all(topic IN $asked_topics WHERE toLower(coalesce(f.summary, '')) =~ topic))
    AND ($asked_day_from IS NULL OR f.day >= $asked_day_from)
    AND ($asked_day_to IS NULL OR f.day <= $asked_day_to)
    AND ($asked_currency IS NULL OR f.currency = $asked_currency)
    AND ($asked_amount_min IS NULL OR CASE WHEN $asked_currency IS NULL THEN f.amount_eur_minor ELSE f.amount_minor END >= $asked_amount_min)
    AND ($asked_amount_max IS NULL OR CASE WHEN $asked_currency IS NULL THEN f.amount_eur_minor ELSE f.amount_minor END <= $asked_amount_max)
    AND ($asked_stages IS NULL OR EXISTS {
          MATCH (f)-[:HAS_STAGE]->(s:Stage)
          WHERE s.stage IN $asked_stages AND ($valid_on IS NULL OR coalesce(s.date, '') <= $valid_on)
        })
    AND ($asked_lacking IS NULL OR NOT EXISTS {
          MATCH (f)-[:HAS_STAGE]->(s:Stage)
          WHERE s.stage IN $asked_lacking AND ($valid_on IS NULL OR coalesce(s.date, '') <= $valid_on)
        })
  WITH f, CASE
    WHEN $valid_on IS NULL THEN size(f.timeline_from) - 1
    ELSE coalesce([i IN range(size(f.timeline_from) - 1, 0, -1) WHERE f.timeline_from[i] <= $valid_on][0], -1)
  END AS at
  WITH f, CASE WHEN at < 0 THEN null ELSE f.timeline_status[at] END AS status,
       CASE WHEN at < 0 THEN null ELSE f.timeline_from[at] END AS since,
       CASE WHEN at < 0 THEN null ELSE f.timeline_stands[at] END AS standing
  WHERE ($asked_statuses IS NULL OR status IN $asked_statuses) AND ($asked_standing IS NULL OR standing IN $asked_standing)
