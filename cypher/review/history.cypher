// mode: read
MATCH (c:Claim {id: $id})<-[:OF]-(v:Review)
WITH v ORDER BY v.when
RETURN v.review AS review, v.who AS who, v.why AS why, v.when AS at
