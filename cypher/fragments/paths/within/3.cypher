//> paths/within/2
  UNION ALL
    WITH start, end, COUNT { (end)-[:_LINKED]-() } AS around
    MATCH (start)-[l:_LINKED]-(second:_Node)
    WHERE NOT second IN [start, end]
//> paths/when/__when__
    WITH start, end, second, CASE WHEN COUNT { (second)-[:_LINKED]-() } < around THEN [second, end] ELSE [end, second] END AS ends
    WITH start, end, second, ends[0] AS from, ends[1].id AS other
    MATCH (from)-[l:_LINKED]-(third:_Node)
    WHERE NOT third IN [start, end, second]
//> paths/when/__when__
    WITH start, end, second, third, third.id AS one, other
//> paths/pair
    RETURN [start, second, third, end] AS chain
