// mode: read
// hot
// Corrected claims of older readings of these documents, and what the newer reading says at the same place.
UNWIND $rows AS row
MATCH (d:Document {id: row.id})<-[:STATED_IN]-(old:Claim)
WHERE old.extractor = row.extractor AND NOT old.id IN row.claims AND old.withdrawn IS NULL AND old.as_read IS NOT NULL
MATCH (d)<-[:STATED_IN]-(new:Claim)
WHERE new.id IN row.claims AND new.withdrawn IS NULL AND new.as_read IS NULL
  AND (new.quote = old.quote OR new.start = old.start AND new.end = old.end)
RETURN old.id AS old, old.as_read AS as_read, new.id AS new,
       new {.relation, .subject, .object, .modality, .amount_minor, .currency, .date} AS says
ORDER BY old, new
