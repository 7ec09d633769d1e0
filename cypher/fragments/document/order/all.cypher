  WITH d, d.published_key AS key ORDER BY d.published_key DESC LIMIT $limit
