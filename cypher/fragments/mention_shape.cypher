OPTIONAL MATCH (c)-[:SUPPORTS|DISPUTES]->(f:Fact)
RETURN c.id AS claim, COLLECT { MATCH (d)-[:SUPERSEDES*0..50]->(older:Document) RETURN older.id } AS documents, c.relation AS relation,
       c.subject AS subject, c.object AS object, c.roles AS roles, c.subject_id AS subject_id, c.object_id AS object_id,
       c.role_ids AS role_ids, c.modality AS modality, f.id AS fact
