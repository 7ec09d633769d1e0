  // Which statuses may hold on a day: each that can have begun, unless the next one has for certain. And whether the fact
  // itself can be later than that day.
  WITH *, CASE WHEN $valid_on IS NULL THEN [] ELSE [i IN range(0, size(f.timeline_from) - 1)
         WHERE f.timeline_from[i] <= $valid_on AND coalesce(f.timeline_until[i + 1] > $valid_on, true)] END AS may,
       CASE WHEN $valid_on IS NULL THEN false
            ELSE f.day_last > $valid_on OR coalesce(f.timeline_until[0] > $valid_on, false) END AS early
  WITH *, early OR any(i IN may WHERE f.timeline_status[i] <> f.timeline_status[may[0]]) AS uncertain
