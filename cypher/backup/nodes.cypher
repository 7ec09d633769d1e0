// mode: read
// Every node but those that belong to this one database: its schema, its leases and its revision. While a graph is put
// back, a node has the number of the backup and not its own.
MATCH (n)
WHERE NOT n:_Migration AND NOT n:_Graph
RETURN coalesce(n.restored, toInteger(last(split(elementId(n), ':')))) AS id, labels(n) AS labels, properties(n) AS properties
