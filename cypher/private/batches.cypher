// mode: read
// hot
// Which of these names are batches, and whether each is private.
UNWIND $ids AS id
MATCH (b:_Batch {id: id})
RETURN b.id AS id, coalesce(b.private, false) AS private
