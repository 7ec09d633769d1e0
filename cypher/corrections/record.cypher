// mode: write
// A correction is added and never changed.
MATCH (c:Claim {id: $claim})
CREATE (k:_Correction {id: $id})-[:_OF]->(c)
SET k += $properties, k.claim = $claim, k.at = $now, k.key = $now + '|' + $id
RETURN count(k) AS written
