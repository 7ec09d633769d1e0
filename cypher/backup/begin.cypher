// mode: write
MERGE (m:_Migration {version: 0})
SET m.name = 'a restore', m.checksum = $backup, m.applied = $now, m.done = 0
RETURN count(m) AS written
