// mode: write
// Lists that a table cannot hold, an empty one and one of an empty text, for some of the nodes that lack them.
MATCH (n:_Restored)
WITH n LIMIT $most
SET n += $lists[n.restored]
REMOVE n:_Restored, n.restored
RETURN count(n) AS written
