    WITH start, end, start.id AS one, end.id AS other
//> paths/pair
    RETURN [start, end] AS chain
