// mode: read
// What there is to answer from: facts, fines, the first and the last day of a decision, when the graph changed last.
MATCH (g:_Graph {id: 'graph'})
CALL () {
  MATCH (f:Fact) WHERE f.withdrawn IS NULL
  RETURN count(f) AS facts, sum(CASE WHEN f.relation = 'FINED' THEN 1 ELSE 0 END) AS fines,
         min(f.day) AS first, max(f.day) AS last, count(DISTINCT f.country) AS countries
}
RETURN facts, fines, first, last, countries, g.changed AS changed, g.revision AS revision
