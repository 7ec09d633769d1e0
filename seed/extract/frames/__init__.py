"""Rules on the syntax tree: verbs and nouns that tell a relation, and what courts make of decisions."""
