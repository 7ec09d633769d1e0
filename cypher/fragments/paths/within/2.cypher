//> paths/within/1
  UNION ALL
    WITH start, end, end.id AS other
    MATCH (start)-[l:_LINKED]-(second:_Node)
    WHERE NOT second IN [start, end]
//> paths/when/__when__
    WITH start, end, second, second.id AS one, other
//> paths/pair
    RETURN [start, second, end] AS chain
