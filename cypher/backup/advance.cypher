// mode: write
// Nothing is written where another restore has come further meanwhile.
MATCH (m:_Migration {version: 0, checksum: $backup, done: $before})
SET m.done = $after
RETURN count(m) AS written
