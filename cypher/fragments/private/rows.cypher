  MATCH (f:_PrivateRow)
  WHERE f.batch IN $batches AND f.__key__ > range[0] AND f.__key__ < range[1]
    AND ($parties IS NULL OR f.subject_id IN $parties OR f.object_id IN $parties)
    AND ($words IS NULL OR all(word IN $words WHERE f.words CONTAINS word))
//> fact/filters
  WITH f ORDER BY f.__key__ __order__ LIMIT $limit
