// mode: write
// A judgement is added and never changed: a later one on the same pair counts instead.
CREATE (j:_Judgement {id: $id})
SET j += $properties
RETURN count(j) AS written
