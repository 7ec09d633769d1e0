  WITH d, d.published_key AS key ORDER BY d.kind DESC, d.published_key DESC LIMIT $limit
