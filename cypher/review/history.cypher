// mode: read
MATCH (c:Claim {id: $id})<-[:_OF]-(v:_Review)
WITH v ORDER BY v.when
RETURN v.review AS review, v.who AS who, v.why AS why, v.when AS at
