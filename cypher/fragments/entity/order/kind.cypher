  WITH e ORDER BY e.kind, e.name_key LIMIT $limit
