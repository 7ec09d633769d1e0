// mode: write
// A batch is not whole from now on.
MATCH (b:_Batch {id: $id})
REMOVE b.digest, b.report
RETURN count(b) AS written
