// mode: write
// A review is added and never changed; the claim shows the last one.
MATCH (c:Claim {id: $id})
SET c.review = $review
CREATE (v:_Review {claim: $id, review: $review, who: $who, why: $why, when: $now})-[:_OF]->(c)
RETURN count(v) AS written
