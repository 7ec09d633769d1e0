// mode: write
// What all checked sources of some facts say together: one that says so is enough.
UNWIND $ids AS id
MATCH (f:Fact {id: id})
CALL (f) {
  MATCH (f)<-[:SUPPORTS]-(c:Claim)
  WHERE c.withdrawn IS NULL AND c.found IS NOT NULL
  RETURN collect(c.found) AS found, max(c.checked_on) AS checked_on
}
SET f.checked_on = checked_on, f.found = CASE
  WHEN 'says_so' IN found THEN 'says_so'
  WHEN 'says_otherwise' IN found THEN 'says_otherwise'
  WHEN 'not_found' IN found THEN 'not_found' END
RETURN count(f) AS written
