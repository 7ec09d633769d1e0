// mode: read
// Facts of a batch that its rows no longer give, and withdrawn ones that they give again.
MATCH (f:Fact {batch: $batch})
WITH f, f.id IN $facts AS given
WHERE (f.withdrawn IS NULL AND NOT given) OR (f.withdrawn_reason = $reason AND given)
RETURN f.id AS id, given AS back
ORDER BY id
