// mode: write
// An entity is found by its own names and by those of all that were merged into it.
UNWIND $ids AS id
MATCH (one:Entity {id: id})
UNWIND [one.id, coalesce(one.merged_into, one.id)] AS shown
WITH DISTINCT shown
MATCH (e:Entity {id: shown})
CALL (e) {
  MATCH (m:Entity {merged_into: e.id})
  WITH m ORDER BY m.id
  RETURN reduce(all_ = [], names IN collect([m.name] + m.aliases) | all_ + names) AS merged
}
WITH e, [e.name] + e.aliases + [short IN [e.acronym, e.short] WHERE short IS NOT NULL] + merged AS names
SET e.names = [at IN range(0, size(names) - 1) WHERE NOT names[at] IN names[..at] | names[at]]
RETURN count(e) AS written
