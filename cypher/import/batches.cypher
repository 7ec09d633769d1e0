// mode: read
// The lists that were brought in, with how many facts each has and how many of others its rows speak of.
MATCH (b:_Batch)
WHERE $id IS NULL OR b.id = $id
RETURN b.id AS id, b.title AS title, b.file AS file, b.tier AS tier, b.licence AS licence, b.until AS until,
       b.recorded AS recorded, b.report AS report, coalesce(b.private, false) AS private,
       COUNT { (f:Fact {batch: b.id}) WHERE f.withdrawn IS NULL } AS facts
ORDER BY id
