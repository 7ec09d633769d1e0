// A group, its subsidiaries and platforms, and who fined any of them
// What belongs to a firm over up to three steps; change the id.
MATCH group = (:Entity {id: 'meta-platforms'})<-[:SUBSIDIARY_OF|OPERATED_BY*1..3]-(member:Entity)
OPTIONAL MATCH fined = (member)<-[:FINED]-()
RETURN group, fined
