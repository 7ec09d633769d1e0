  WITH f ORDER BY f.__key__ __order__ LIMIT $limit
