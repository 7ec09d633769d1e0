MERGE (p:_Graph {id: 'pulse'}) SET p.at = timestamp() RETURN p.at AS at
