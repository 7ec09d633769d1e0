// What is known of a day: the earliest and the latest that it can be, and the date as the sources give it. Statuses that stood
// on an invented day lose it; facts of the records are written anew with the next `whofined seed`.
MATCH (f:Fact) WHERE f.day_last IS NULL AND f.timeline_from IS NOT NULL
CALL (f) {
  SET f.day_last = CASE f.date_precision
        WHEN 'day' THEN f.day
        WHEN 'month' THEN toString(date(f.day) + duration({months: 1}) - duration({days: 1}))
        WHEN 'year' THEN f.date + '-12-31'
        ELSE '9999-12-31' END,
      f.timeline_until = [day IN f.timeline_from | CASE day WHEN '0001-01-01' THEN '9999-12-31' ELSE day END],
      f.timeline_date = [day IN f.timeline_from | CASE WHEN day IN ['0001-01-01', '2026-06-30'] THEN '' ELSE day END],
      f.timeline_reason = [day IN f.timeline_from | CASE WHEN day IN ['0001-01-01', '2026-06-30'] THEN 'no source gives the day' ELSE '' END],
      f.status_since = CASE WHEN f.status_since IN ['0001-01-01', '2026-06-30'] THEN null ELSE f.status_since END
  SET f.timeline_from = [day IN f.timeline_from | CASE day WHEN '0001-01-01' THEN '' ELSE day END]
} IN TRANSACTIONS OF 1000 ROWS;
// As V005: names that a graph may not have used yet, known from the start, so that no query warns of them.
CALL db.createProperty('until');
CALL db.createProperty('day_last');
CALL db.createProperty('timeline_until');
CALL db.createProperty('timeline_date');
CALL db.createProperty('timeline_reason');
