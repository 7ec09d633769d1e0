// mode: write
MATCH (n:_Restored)
WITH n LIMIT $most
REMOVE n:_Restored, n.restored
RETURN count(n) AS written
