// mode: write
// What is shown of these facts may be another than before: a copy of an earlier edition is not to be shown any more.
UNWIND $ids AS id
MATCH (f:Fact {id: id})
SET f.edition = $edition
RETURN count(f) AS written
