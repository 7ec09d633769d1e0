// mode: write
// Corrections of records as their folder has them now; those that it has no more go.
CALL () {
  MATCH (old:_Correction {origin: 'records'})
  WHERE old.folder = $folder AND NOT old.id IN [row IN $rows | row.id]
  DETACH DELETE old
}
UNWIND $rows AS row
MERGE (k:_Correction {id: row.id})
SET k += row, k.origin = 'records', k.folder = $folder, k.key = k.at + '|' + k.id
RETURN count(k) AS written
