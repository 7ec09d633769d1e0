MERGE (g:_Graph {id: 'graph'}) ON CREATE SET g.revision = timestamp()
