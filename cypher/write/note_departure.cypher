// mode: write
// A source that is taken out whole is one entry as well; should it come again, that is a new arrival.
CREATE (c:_Change {id: randomUUID(), kind: 'departed', source: $arrival, facts: $facts, at: $now})
SET c.key = c.at + '|' + c.id
WITH c
OPTIONAL MATCH (before:_Change {arrival: $arrival})
REMOVE before.arrival
RETURN count(c) AS written
