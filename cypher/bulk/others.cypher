// mode: read
// Lists and documents of the user: what a first load does not find in an empty graph.
RETURN COLLECT { MATCH (b:_Batch) WHERE NOT b.id IN $shipped RETURN b.id ORDER BY b.id } AS batches,
       COUNT {
         MATCH (d:Document) WHERE d.text_sha256 IS NOT NULL AND NOT coalesce(d.address, '') STARTS WITH 'note:'
       } AS documents
