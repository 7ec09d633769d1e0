// mode: write
// A fact that is alone in its action is counted in two totals: that of its kind (relation, place, year, status, tier, currency),
// and that of its subject. Of an action with several facts a decision and a shared sum count once, which totals cannot say:
// those facts are marked, and added up whenever they are asked for.
UNWIND $ids AS id
MATCH (one:Fact {id: id})
WITH DISTINCT one.action AS action
MATCH (f:Fact)
USING INDEX SEEK f:Fact(action)
WHERE f.action = action
WITH action, collect(f) AS facts
WITH facts, size([one IN facts WHERE one.withdrawn IS NULL]) AS shown
UNWIND facts AS f
//> fact/count
RETURN count(*) AS written
