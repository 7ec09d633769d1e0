// mode: read
// hot
// variant label: Fact, Case
UNWIND $ids AS id
MATCH (n:__label__ {id: id})
RETURN elementId(n) AS node, '__label__' AS label, properties(n) AS properties
