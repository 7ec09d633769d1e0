// mode: write
// The corrections of a claim are those of the claim that a newer reading has in its place.
MATCH (new:Claim {id: $new})
MATCH (old:Claim {id: $old})<-[link:_OF]-(k:_Correction)
DELETE link
CREATE (k)-[:_OF]->(new)
SET k.claim = $new, k.first_claim = coalesce(k.first_claim, $old)
RETURN count(k) AS written
