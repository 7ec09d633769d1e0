  WITH f ORDER BY f.disputed __order__, f.__key__ __order__ LIMIT $limit
