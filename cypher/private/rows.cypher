// mode: read
// hot
// Rows of one private batch in the order of its list.
MATCH (r:_PrivateRow)
WHERE r.batch = $batch AND r.position > $after
RETURN r {.id, .position, .number, .subject_id, .relation, .object_id, .object_name, .named, .date, .amount, .currency,
          .articles, .url, .case_number, .note, .meets, .verdict, .disputes, country: coalesce(r.region, r.country)} AS row
ORDER BY r.position
LIMIT $limit
