// mode: write
// A source that comes for the first time is one entry, however many transactions it takes.
MERGE (c:_Change {arrival: $arrival})
ON CREATE SET c.id = randomUUID(), c.kind = 'arrived', c.source = $arrival, c.began = $now, c.facts = 0
SET c.facts = c.facts + $facts, c.at = $now, c.key = $now + '|' + c.id
RETURN count(c) AS written
