  WITH e ORDER BY e.name_key LIMIT $limit
