// mode: read
// hot
MATCH (j:_Judgement)
WHERE j.number > 0
WITH j ORDER BY j.number
RETURN j.number AS number, j.left AS left, j.right AS right, j.verdict AS verdict, j.claims AS claims, j.documents AS documents,
       j.of AS of, j.name AS name
