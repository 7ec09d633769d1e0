// mode: read
// Those before number 22 are recorded under the older label until it is applied.
MATCH (m:Migration|_Migration)
RETURN m.version AS version, m.name AS name, m.checksum AS checksum, m.applied AS applied
ORDER BY version
