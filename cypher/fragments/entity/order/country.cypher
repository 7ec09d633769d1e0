  WITH e ORDER BY e.country, e.name_key LIMIT $limit
