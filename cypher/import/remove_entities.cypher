// mode: write
// Entities of this batch, and of ones that went before it, of which nothing is left to speak: an owner goes after what it
// owns, so that this is run until nothing goes. What a person judged stays with the judgement.
WITH COLLECT {
  MATCH (j:_Judgement)
  WHERE j.number > 0
  UNWIND [j.left, j.right] + coalesce(j.of, []) AS id
  RETURN DISTINCT id
} AS judged
MATCH (e:Entity)
WHERE e.batch IS NOT NULL AND (e.batch = $id OR NOT EXISTS { MATCH (:_Batch {id: e.batch}) })
  AND e.merged_into IS NULL AND NOT e.id IN judged
  AND NOT EXISTS {
    MATCH (e)-[r]-()
    WHERE NOT (type(r) IN ['SUBSIDIARY_OF', 'OPERATED_BY'] AND startNode(r) = e)
  }
WITH e LIMIT 1000
DETACH DELETE e
RETURN count(e) AS written
