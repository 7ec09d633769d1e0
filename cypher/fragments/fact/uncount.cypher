WITH f, f.counted_in AS totals, f.counted AS figures
SET f.counted_in = null, f.counted = null
WITH totals, figures
UNWIND totals AS total
WITH total, count(*) AS facts, sum(figures[0]) AS minor, sum(figures[1]) AS eur, sum(figures[2]) AS amounts,
     sum(figures[3]) AS without, sum(figures[4]) AS fallen, sum(figures[5]) AS fallen_eur
MATCH (t:_Total {id: total})
SET t.facts = t.facts - facts, t.minor = t.minor - minor, t.eur_minor = t.eur_minor - eur, t.amounts = t.amounts - amounts,
    t.without_eur = t.without_eur - without, t.fallen = t.fallen - fallen, t.fallen_eur_minor = t.fallen_eur_minor - fallen_eur
SET t.empty = CASE WHEN t.facts = 0 THEN true END
