// mode: read
OPTIONAL MATCH (b:_Batch {id: $id})
RETURN b.digest AS digest, b.report AS report, CASE WHEN b IS NULL THEN null ELSE coalesce(b.private, false) END AS private
