  WITH d, d.withdrawn_key AS key ORDER BY d.withdrawn_key DESC LIMIT $limit
