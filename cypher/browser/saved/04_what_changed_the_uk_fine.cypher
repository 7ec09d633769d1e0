// Rulings that changed the British fine
// Appeals, annulments and reversals, each a fact that points to the one that it changes.
MATCH p = (:Fact)-[:CHANGES*1..3]->(:Fact {id: 'clearview-uk-2022'})
RETURN p
