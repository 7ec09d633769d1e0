// One node for the graph as a whole: its revision counts the writes. Reads start at it, also while nothing was written.
MERGE (g:Graph {id: 'graph'}) ON CREATE SET g.revision = timestamp();
