  WITH f, p ORDER BY p.entity_id __order__, p.__key__ __order__ LIMIT $limit
