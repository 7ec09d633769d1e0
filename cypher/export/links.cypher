// mode: write
// variant ends: fact_entity, fact_case, claim_document, claim_fact, entity_entity
UNWIND $rows AS row
//> export/ends/__ends__
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.properties
RETURN count(r) AS written
