// mode: write
// What was withdrawn before stays as it was: the day and the reason of the first time stand.
MATCH (d:Document {id: $id})
WITH d, d.withdrawn AS withdrawn, d.withdrawn_reason AS reason
FOREACH (_ IN CASE WHEN withdrawn IS NULL THEN [1] ELSE [] END |
  SET d.withdrawn = $now, d.withdrawn_reason = $reason, d.withdrawn_key = $now + '|' + d.id)
RETURN withdrawn, reason
