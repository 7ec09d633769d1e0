// mode: write
// variant label: Document, Case, Fact, Claim
UNWIND $rows AS row
MERGE (n:__label__ {id: row.id})
SET n += row.properties
RETURN count(n) AS written
