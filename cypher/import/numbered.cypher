// mode: read
// The case numbers that documents give to facts of an authority.
MATCH (f:Fact)-[p:PARTY {role: 'subject'}]->(:Entity {id: $subject})
WHERE f.withdrawn IS NULL AND NOT f.derived AND coalesce(f.batch, '') <> $batch
MATCH (f)<-[:SUPPORTS|DISPUTES]-(c:Claim)
WHERE c.case_number IS NOT NULL
RETURN DISTINCT f.id AS id, c.case_number AS number
