// mode: read
// A restore under way stands where the migrations stand, so that nothing takes the graph for a whole one.
MATCH (m:_Migration {version: 0})
RETURN m.checksum AS backup, m.done AS done
