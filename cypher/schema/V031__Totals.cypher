// What facts add up to, kept in totals: by relation, place, year, status, tier and currency, and by the same and the subject.
// A fact of an action with several facts is none of them: it is marked, and read whenever its kind is asked for.
CREATE CONSTRAINT internal_total_id IF NOT EXISTS FOR (n:_Total) REQUIRE n.id IS UNIQUE;
CREATE INDEX internal_total_subject IF NOT EXISTS FOR (n:_Total) ON (n.subject);
CREATE INDEX internal_total_empty IF NOT EXISTS FOR (n:_Total) ON (n.empty);
CREATE INDEX fact_tier_date IF NOT EXISTS FOR (f:Fact) ON (f.tier, f.date_key);
CREATE INDEX fact_loose IF NOT EXISTS FOR (f:Fact) ON (f.loose, f.date_key);
CALL db.createLabel('_Total');
CALL db.createProperty('loose');
CALL db.createProperty('counted');
CALL db.createProperty('counted_in');
CALL db.createProperty('subject');
CALL db.createProperty('year');
CALL db.createProperty('empty');
CALL db.createProperty('minor');
CALL db.createProperty('amounts');
CALL db.createProperty('without_eur');
CALL db.createProperty('fallen');
CALL db.createProperty('fallen_eur_minor');
MATCH (f:Fact) WHERE f.withdrawn IS NULL AND f.counted_in IS NULL AND f.loose IS NULL
CALL (f) {
  WITH f, COUNT { MATCH (one:Fact) WHERE one.action = f.action AND one.withdrawn IS NULL } AS shown
  WITH f, f.withdrawn IS NULL AND shown = 1 AND coalesce(f.day IS NULL OR left(f.day, 4) = left(f.day_last, 4), false) AS alone
  SET f.loose = CASE WHEN f.withdrawn IS NULL AND NOT alone THEN true END
  WITH f, alone, coalesce(f.amount_counts AND f.amount_minor IS NOT NULL, false) AS has, coalesce(f.amount_eur_minor, 0) AS eur,
       coalesce(f.timeline_stands[-1] = 0, false) AS fell
  WHERE alone AND f.counted_in IS NULL
  WITH f, [
      CASE WHEN has THEN f.amount_minor ELSE 0 END, CASE WHEN has THEN eur ELSE 0 END, CASE WHEN has THEN 1 ELSE 0 END,
      CASE WHEN has AND f.amount_eur_minor IS NULL THEN 1 ELSE 0 END, CASE WHEN fell THEN 1 ELSE 0 END,
      CASE WHEN has AND fell THEN eur ELSE 0 END
    ] AS figures, [
      f.relation, coalesce(f.country, ''), coalesce(f.region, ''), coalesce(left(f.day, 4), ''), coalesce(f.status, ''),
      coalesce(f.tier, ''), coalesce(f.currency, '')
    ] AS kind
  WITH f, figures, kind, reduce(key = '', part IN kind | key + '|' + part) AS rest
  SET f.counted = figures, f.counted_in = [rest, f.subject_id + rest]
  WITH f.subject_id AS author, figures, kind, rest
  UNWIND ['', author] AS subject
  WITH subject, kind, subject + rest AS total, count(*) AS facts, sum(figures[0]) AS minor, sum(figures[1]) AS eur,
       sum(figures[2]) AS amounts, sum(figures[3]) AS without, sum(figures[4]) AS fallen, sum(figures[5]) AS fallen_eur
  MERGE (t:_Total {id: total})
  ON CREATE SET t += {
    subject: subject, relation: kind[0], country: kind[1], region: kind[2], year: kind[3], status: kind[4], tier: kind[5],
    currency: kind[6], facts: 0, minor: 0, eur_minor: 0, amounts: 0, without_eur: 0, fallen: 0, fallen_eur_minor: 0
  }
  SET t.facts = t.facts + facts, t.minor = t.minor + minor, t.eur_minor = t.eur_minor + eur, t.amounts = t.amounts + amounts,
      t.without_eur = t.without_eur + without, t.fallen = t.fallen + fallen, t.fallen_eur_minor = t.fallen_eur_minor + fallen_eur
  REMOVE t.empty
} IN TRANSACTIONS OF 1000 ROWS;
