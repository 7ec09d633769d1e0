// mode: read
// hot
// variant anchor: all, country, disputed, few, loose, object, parties, party, relation, subject, text
// variant key: date_key
// variant order: DESC
  UNWIND $ranges AS range
//> fact/by/__anchor__
  WITH f LIMIT $limit
//> fact/first_dimension
//> fact/second_dimension
  WITH first, second, f.action AS action, coalesce(f.sum_key, f.id) AS sum_key, count(f) AS facts,
       f.amount_counts AND f.relation IN $summed AS sums,
       max(f.amount_minor) AS minor, max(f.amount_eur_minor) AS eur,
       min(CASE WHEN f.stands = false THEN 1 ELSE 0 END) AS fallen,
       max(CASE WHEN f.tier IN ['compiled', 'imported'] THEN 1 ELSE 0 END) AS listed
  WITH first, second, action, facts, fallen, listed,
       CASE WHEN sums THEN eur END AS eur, CASE WHEN sums AND minor IS NOT NULL AND eur IS NULL THEN 1 ELSE 0 END AS without
  RETURN first, second, sum(facts) AS facts, count(DISTINCT action) AS decisions, coalesce(sum(eur), 0) AS eur_minor,
         sum(without) AS without_eur, sum(fallen) AS fallen, coalesce(sum(CASE WHEN fallen = 1 THEN eur END), 0) AS fallen_eur_minor,
         count(DISTINCT CASE WHEN listed = 1 THEN action END) AS listed
  ORDER BY eur_minor DESC, decisions DESC, first, second
  LIMIT $cells
