// mode: read
// hot
// Whoever may be somebody else under another name.
UNWIND $kinds AS kind
MATCH (e:Entity {kind: kind})
WHERE e.name_key > '' AND e.merged_into IS NULL AND e.redacted IS NULL // every entity has the key; only so the index serves
//> named_shape
