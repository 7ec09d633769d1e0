// mode: write
// Facts as they are now beside what was noted of them last: an entry for each difference that a reader sees. What a source
// has when it comes first is one entry for all of it, made by another statement; `brought` counts those facts.
UNWIND $ids AS id
MATCH (f:Fact {id: id})
WITH f, f.noted_state AS before,
     [coalesce(f.status, ''), coalesce(toString(f.amount_minor), ''), coalesce(f.currency, ''), coalesce(f.date, ''),
      CASE WHEN f.withdrawn IS NULL THEN '' ELSE 'withdrawn' END] AS after
WHERE before IS NULL OR before <> after
OPTIONAL MATCH (arrival:_Change {arrival: $arrival})
WITH f, before, after, before IS NULL AND after[4] = '' AS new,
     $arrival IS NOT NULL AND (before IS NULL OR f.noted >= coalesce(arrival.began, $now)) AS arriving
WITH f, before, after, new AND arriving AS brought, CASE
    WHEN arriving THEN []
    WHEN new THEN ['added']
    WHEN before IS NULL THEN []
    WHEN before[4] <> after[4] THEN [CASE after[4] WHEN '' THEN 'restored' ELSE 'withdrawn' END]
    WHEN after[4] <> '' THEN []
    ELSE [kind IN ['status', 'sum', 'day'] WHERE
      kind = 'status' AND before[0] <> after[0]
      OR kind = 'sum' AND (before[1] <> after[1] OR before[2] <> after[2])
      OR kind = 'day' AND before[3] <> after[3]]
  END AS kinds
CALL (f, before, after, kinds) {
  UNWIND kinds AS kind
  CREATE (c:_Change {
    id: randomUUID(), at: $now, kind: kind,
    reason: CASE kind WHEN 'withdrawn' THEN f.withdrawn_reason ELSE $reason END,
    before_status: nullIf(before[0], ''), before_amount_minor: toInteger(nullIf(before[1], '')),
    before_currency: nullIf(before[2], ''), before_date: nullIf(before[3], ''),
    after_status: nullIf(after[0], ''), after_amount_minor: toInteger(nullIf(after[1], '')),
    after_currency: nullIf(after[2], ''), after_date: nullIf(after[3], '')
  })-[:_OF]->(f)
  SET c.key = c.at + '|' + c.id
}
SET f.noted = coalesce(f.noted, $now), f.noted_state = after
RETURN coalesce(sum(CASE WHEN brought THEN 1 ELSE 0 END), 0) AS written
