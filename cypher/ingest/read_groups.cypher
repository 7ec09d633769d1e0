// mode: read
// hot
// Which of these groups machines have read of, themselves or in an appeal or a ruling on them.
UNWIND $groups AS group
CALL (group) {
  UNWIND [[group.subject, group.object], [group.object, group.subject]] AS ends
  MATCH (c:Claim {relation: group.relation, subject_id: ends[0], object_id: ends[1]})
  WHERE NOT c.extractor IN ['curated', 'list'] AND c.withdrawn IS NULL
  RETURN count(c) AS claims
}
CALL (group) {
  MATCH (f:Fact {concerns: group.subject + '|' + group.object})
  RETURN count(f) AS rulings
}
WITH group WHERE claims + rulings > 0
RETURN DISTINCT group.relation AS relation, group.subject AS subject, group.object AS object
