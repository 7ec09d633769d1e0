//> paths/within/3
  UNION ALL
    MATCH (end)-[l:_LINKED]-(fourth:_Node)
    WHERE NOT fourth IN [start, end]
//> paths/when/__when__
    WITH start, end, fourth, COUNT { (fourth)-[:_LINKED]-() } AS around
    MATCH (start)-[l:_LINKED]-(second:_Node)
    WHERE NOT second IN [start, end, fourth]
//> paths/when/__when__
    WITH start, end, second, fourth,
         CASE WHEN COUNT { (second)-[:_LINKED]-() } < around THEN [second, fourth] ELSE [fourth, second] END AS ends
    WITH start, end, second, fourth, ends[0] AS from, ends[1].id AS other
    MATCH (from)-[l:_LINKED]-(third:_Node)
    WHERE NOT third IN [start, end, second, fourth]
//> paths/when/__when__
    WITH start, end, second, third, fourth, third.id AS one, other
//> paths/pair
    RETURN [start, second, third, fourth, end] AS chain
