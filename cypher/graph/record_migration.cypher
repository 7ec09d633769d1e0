// mode: write
MERGE (m:_Migration {version: $version})
SET m.name = $name, m.checksum = $checksum, m.applied = $now
RETURN count(m) AS written
