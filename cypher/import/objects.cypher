// mode: read
// Whom the facts of an authority are about, with their names; those of the batch itself are left out.
MATCH (f:Fact)-[p:PARTY {role: 'subject'}]->(:Entity {id: $subject})
WHERE f.withdrawn IS NULL AND NOT f.derived AND coalesce(f.batch, '') <> $batch
WITH DISTINCT f.object_id AS object
MATCH (o:Entity {id: object})
RETURN o.id AS id, o.names AS names
