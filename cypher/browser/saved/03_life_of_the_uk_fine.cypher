// The life of the British fine of Clearview AI
// The fact, its stages in order (proposed, imposed, annulled, remitted), and who brought each of them.
MATCH (f:Fact {id: 'clearview-uk-2022'})
OPTIONAL MATCH stages = (f)-[:HAS_STAGE]->(:Stage)
OPTIONAL MATCH by = (f)-[:HAS_STAGE]->(:Stage)-[:BY]->(:Entity)
RETURN f, stages, by
