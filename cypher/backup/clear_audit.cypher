// mode: write
MATCH (n:_Audit|_AuditEntry)
DETACH DELETE n
RETURN count(n) AS written
