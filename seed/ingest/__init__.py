"""Documents into the graph: what a text says becomes claims, and claims become facts, in one transaction a document."""
