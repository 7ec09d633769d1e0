// mode: read
// hot
// How many facts an index finds for a filter; no more of them are counted than would still be few.
//> fact/few
  WITH f LIMIT $limit
  RETURN count(f) AS value
