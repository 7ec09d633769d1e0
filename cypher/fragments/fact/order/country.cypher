  WITH f ORDER BY f.country __order__, f.__key__ __order__ LIMIT $limit
