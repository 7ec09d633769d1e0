// mode: read
// What facts add up to by the totals in which they belong, and how many of those facts are marked otherwise.
MATCH (f:Fact)
WHERE f.withdrawn IS NULL
WITH f, COUNT { MATCH (o:Fact) USING INDEX SEEK o:Fact(action) WHERE o.action = f.action AND o.withdrawn IS NULL } = 1
       AND coalesce(f.day IS NULL OR left(f.day, 4) = left(f.day_last, 4), false) AS alone,
     COLLECT { MATCH (f)-[:HAS_STAGE]->(s:Stage) RETURN DISTINCT s.stage AS stage ORDER BY stage } AS stages,
     coalesce(f.amount_counts AND f.amount_minor IS NOT NULL, false) AS has, coalesce(f.amount_eur_minor, 0) AS eur,
     coalesce(f.timeline_stands[-1] = 0, false) AS fell
WITH f, alone, has, eur, fell, reduce(key = '', part IN [
       f.relation, coalesce(f.country, ''), coalesce(f.region, ''), coalesce(left(f.day, 4), ''), coalesce(f.status, ''),
       coalesce(f.tier, ''), coalesce(f.currency, ''), reduce(text = '', stage IN stages | text + stage + ' ')
     ] | key + '|' + part) AS rest
UNWIND CASE WHEN alone THEN ['', f.subject_id] ELSE [null] END AS subject
WITH subject + rest AS id, f, has, eur, fell, CASE
       WHEN subject IS NULL THEN f.loose IS NULL OR f.counted_in IS NOT NULL
       ELSE f.loose IS NOT NULL OR NOT coalesce(subject + rest IN f.counted_in, false)
     END AS astray
RETURN id, sum(CASE WHEN astray THEN 1 ELSE 0 END) AS astray,
       [count(*), sum(CASE WHEN has THEN f.amount_minor ELSE 0 END), sum(CASE WHEN has THEN eur ELSE 0 END),
        sum(CASE WHEN has THEN 1 ELSE 0 END), sum(CASE WHEN has AND f.amount_eur_minor IS NULL THEN 1 ELSE 0 END),
        sum(CASE WHEN fell THEN 1 ELSE 0 END), sum(CASE WHEN has AND fell THEN eur ELSE 0 END)] AS figures
