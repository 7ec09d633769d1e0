// mode: read
// hot
MATCH (k:_Correction {id: $id})
RETURN k.claim AS claim, k.takes_back AS takes_back,
       COLLECT { MATCH (:Claim {id: k.claim})<-[:_OF]-(other:_Correction {takes_back: $id}) RETURN other.id }[0] AS taken_back_by
