// mode: read
MATCH (j:Judgement)
RETURN count(j) AS value
