  WITH f LIMIT $limit
//> fact/on_day
  WITH f, uncertain OR coalesce(f.day < $day_from, false) OR coalesce(f.day_last > $day_to, false) AS uncertain, CASE
    WHEN $valid_on IS NULL THEN f.timeline_stands[-1] = 0
    ELSE NOT early AND size(may) > 0 AND all(i IN may WHERE f.timeline_stands[i] = 0)
  END AS fell
  WITH f.currency AS currency, f.sum_key AS sum_key, f.action AS action, max(f.amount_minor) AS minor, max(f.amount_eur_minor) AS eur,
       min(CASE WHEN f.amount_counts THEN 1 ELSE 0 END) = 1 AS counts, min(CASE WHEN fell THEN 1 ELSE 0 END) AS fallen,
       max(CASE WHEN uncertain THEN 1 ELSE 0 END) AS uncertain, max(CASE WHEN f.tier IN ['compiled', 'imported'] THEN 1 ELSE 0 END) AS listed
  RETURN currency, count(DISTINCT action) AS decisions,
         sum(CASE WHEN counts THEN minor ELSE 0 END) AS minor, sum(CASE WHEN counts THEN eur ELSE 0 END) AS eur_minor,
         sum(CASE WHEN counts AND minor IS NOT NULL THEN 1 ELSE 0 END) AS amounts,
         sum(CASE WHEN counts AND eur IS NULL AND minor IS NOT NULL THEN 1 ELSE 0 END) AS without_eur,
         sum(fallen) AS fallen, sum(uncertain) AS uncertain,
         count(DISTINCT CASE WHEN listed = 1 THEN action END) AS listed
  ORDER BY currency
