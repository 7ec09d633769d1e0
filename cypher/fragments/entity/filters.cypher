    AND e.merged_into IS NULL
    AND (NOT coalesce(e.unregistered, false) OR EXISTS { (e)<-[:PARTY]-() })
    AND ($kinds IS NULL OR e.kind IN $kinds)
    AND ($flags IS NULL
         OR 'unregistered' IN $flags AND coalesce(e.unregistered, false)
         OR 'orphan' IN $flags AND NOT EXISTS { (e)<-[:PARTY|UNDER|SUBSIDIARY_OF|OPERATED_BY]-() })
    AND ($countries IS NULL OR e.country IN $countries OR e.region IN $countries)
