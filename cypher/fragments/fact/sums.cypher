  WITH f LIMIT $limit
  WITH f, CASE
    WHEN $valid_on IS NULL THEN f.timeline_stands[-1]
    ELSE [i IN range(size(f.timeline_from) - 1, 0, -1) WHERE f.timeline_from[i] <= $valid_on | f.timeline_stands[i]][0]
  END AS stands
  WITH f.currency AS currency, f.sum_key AS sum_key, f.action AS action, max(f.amount_minor) AS minor, max(f.amount_eur_minor) AS eur,
       min(CASE WHEN f.amount_counts THEN 1 ELSE 0 END) = 1 AS counts, min(CASE WHEN stands = 0 THEN 1 ELSE 0 END) AS fallen
  RETURN currency, count(DISTINCT action) AS decisions,
         sum(CASE WHEN counts THEN minor ELSE 0 END) AS minor, sum(CASE WHEN counts THEN eur ELSE 0 END) AS eur_minor,
         sum(CASE WHEN counts AND minor IS NOT NULL THEN 1 ELSE 0 END) AS amounts,
         sum(CASE WHEN counts AND eur IS NULL AND minor IS NOT NULL THEN 1 ELSE 0 END) AS without_eur,
         sum(fallen) AS fallen
  ORDER BY currency
