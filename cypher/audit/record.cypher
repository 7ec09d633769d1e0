// mode: write
// One entry an act, however many transactions it takes: each counts, and each is in the log only if it is committed.
MERGE (a:_AuditEntry {id: $id})
ON CREATE SET a.at = $now, a.position = $now + ' ' + $id, a.who = $who, a.key = $key, a.action = $action
SET a.target = coalesce($target, a.target), a.transactions = coalesce(a.transactions, 0) + 1
RETURN count(a) AS written
