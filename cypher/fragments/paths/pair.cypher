    WITH *, CASE WHEN one < other THEN [one, other] ELSE [other, one] END AS pair
    MATCH ()-[l:_LINKED]->()
    USING INDEX SEEK l:_LINKED(first, second)
    WHERE l.first = pair[0] AND l.second = pair[1]
//> paths/when/__when__
