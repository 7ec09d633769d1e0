// mode: read
MATCH (j:_Judgement)
WHERE j.number < $high
WITH j LIMIT $limit
RETURN count(j) AS value
