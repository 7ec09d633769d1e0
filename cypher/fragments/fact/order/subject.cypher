  WITH f ORDER BY f.relation __order__, f.subject_id __order__, f.__key__ __order__ LIMIT $limit
