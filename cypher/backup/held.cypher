// mode: read
// How much stands in the way of a restore: migrating leaves entries in the audit log of an empty graph.
MATCH (n)
WHERE NOT n:_Migration AND NOT n:_Graph AND NOT n:_Audit AND NOT n:_AuditEntry
RETURN count(n) AS value
