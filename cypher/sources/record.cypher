// mode: write
// What a visit found of a document and of its claims; a claim keeps its words where the page has not changed.
MATCH (d:Document {id: $id})
SET d += $properties
SET d.published_key = coalesce(d.published, '0000') + '|' + d.id
WITH d
UNWIND $claims AS row
MATCH (c:Claim {id: row.id})
SET c += row.properties
RETURN count(c) AS written
