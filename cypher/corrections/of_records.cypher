// mode: read
RETURN COLLECT {
  MATCH (k:_Correction {origin: 'records'})
  WHERE k.folder = $folder
  RETURN k {.id, .record, .at, .before, .right, .why, .sources}
} AS rows
