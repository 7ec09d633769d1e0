// mode: read
// Facts and decisions by where they come from, and the last day of which each has one; an inquiry is no decision.
MATCH (f:Fact) WHERE f.withdrawn IS NULL
RETURN f.tier AS tier, count(*) AS facts,
       count(DISTINCT CASE WHEN f.relation IN $relations THEN f.action END) AS actions, max(f.day) AS newest
