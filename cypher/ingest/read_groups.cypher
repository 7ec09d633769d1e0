// mode: read
// hot
// Which of these groups machines have read of, and those of some facts.
UNWIND $groups AS group
CALL (group) {
  UNWIND [[group.subject, group.object], [group.object, group.subject]] AS ends
  MATCH (c:Claim {relation: group.relation, subject_id: ends[0], object_id: ends[1]})
  WHERE c.extractor <> 'curated' AND c.withdrawn IS NULL
  RETURN count(c) > 0 AS read
}
WITH group WHERE read
RETURN DISTINCT group.relation AS relation, group.subject AS subject, group.object AS object
