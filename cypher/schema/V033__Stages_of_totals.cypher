// Totals are kept by the stages of a life cycle as well, so that what was annulled, reduced or paid is counted and added up. Those of
// an earlier version are left out of it, and what is counted in them is counted anew.
CREATE INDEX stage_stage IF NOT EXISTS FOR (s:Stage) ON (s.stage);
CALL db.createProperty('stages');
MATCH (f:Fact) WHERE size(split(f.counted_in[0], '|')) = 8
CALL (f) { SET f.counted_in = null, f.counted = null } IN TRANSACTIONS OF 5000 ROWS;
MATCH (t:_Total) WHERE t.stages IS NULL
CALL (t) { DELETE t } IN TRANSACTIONS OF 5000 ROWS;
MATCH (f:Fact) WHERE f.withdrawn IS NULL AND f.counted_in IS NULL AND f.loose IS NULL
CALL (f) {
  WITH f, COUNT { MATCH (one:Fact) WHERE one.action = f.action AND one.withdrawn IS NULL } AS shown
  WITH f, f.withdrawn IS NULL AND shown = 1 AND coalesce(f.day IS NULL OR left(f.day, 4) = left(f.day_last, 4), false) AS alone
  SET f.loose = CASE WHEN f.withdrawn IS NULL AND NOT alone THEN true END
  WITH f, alone, coalesce(f.amount_counts AND f.amount_minor IS NOT NULL, false) AS has, coalesce(f.amount_eur_minor, 0) AS eur,
       coalesce(f.timeline_stands[-1] = 0, false) AS fell,
       COLLECT { MATCH (f)-[:HAS_STAGE]->(s:Stage) RETURN DISTINCT s.stage AS stage ORDER BY stage } AS stages
  WHERE alone AND f.counted_in IS NULL
  WITH f, stages, [
      CASE WHEN has THEN f.amount_minor ELSE 0 END, CASE WHEN has THEN eur ELSE 0 END, CASE WHEN has THEN 1 ELSE 0 END,
      CASE WHEN has AND f.amount_eur_minor IS NULL THEN 1 ELSE 0 END, CASE WHEN fell THEN 1 ELSE 0 END,
      CASE WHEN has AND fell THEN eur ELSE 0 END
    ] AS figures, [
      f.relation, coalesce(f.country, ''), coalesce(f.region, ''), coalesce(left(f.day, 4), ''), coalesce(f.status, ''),
      coalesce(f.tier, ''), coalesce(f.currency, ''), reduce(text = '', stage IN stages | text + stage + ' ')
    ] AS kind
  WITH f, stages, figures, kind, reduce(key = '', part IN kind | key + '|' + part) AS rest
  SET f.counted = figures, f.counted_in = [rest, f.subject_id + rest]
  WITH f.subject_id AS author, stages, figures, kind, rest
  UNWIND ['', author] AS subject
  WITH subject, kind, stages, subject + rest AS total, count(*) AS facts, sum(figures[0]) AS minor, sum(figures[1]) AS eur,
       sum(figures[2]) AS amounts, sum(figures[3]) AS without, sum(figures[4]) AS fallen, sum(figures[5]) AS fallen_eur
  MERGE (t:_Total {id: total})
  ON CREATE SET t += {
    subject: subject, relation: kind[0], country: kind[1], region: kind[2], year: kind[3], status: kind[4], tier: kind[5],
    currency: kind[6], stages: stages, facts: 0, minor: 0, eur_minor: 0, amounts: 0, without_eur: 0, fallen: 0, fallen_eur_minor: 0
  }
  SET t.facts = t.facts + facts, t.minor = t.minor + minor, t.eur_minor = t.eur_minor + eur, t.amounts = t.amounts + amounts,
      t.without_eur = t.without_eur + without, t.fallen = t.fallen + fallen, t.fallen_eur_minor = t.fallen_eur_minor + fallen_eur
  REMOVE t.empty
} IN TRANSACTIONS OF 1000 ROWS;
