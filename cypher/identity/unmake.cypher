// mode: write
// An entity that a judgement made goes when no mention means it any more.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE e.made AND NOT EXISTS { (e)<-[:PARTY|FORMER_PARTY]-() }
DETACH DELETE e
RETURN count(*) AS written
