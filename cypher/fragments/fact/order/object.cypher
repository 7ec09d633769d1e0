  WITH f ORDER BY f.relation __order__, f.object_id __order__, f.__key__ __order__ LIMIT $limit
