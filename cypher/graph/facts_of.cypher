// mode: read
// hot
UNWIND $ids AS id
MATCH ()-[p:PARTY {entity_id: id}]->()
RETURN DISTINCT startNode(p).id AS id
