// mode: read
// hot
// How many facts of a list may lie outside of the dates that were asked for, or have another status on the day.
// variant anchor: all, country, disputed, few, loose, object, parties, party, relation, subject, text
// variant key: date_key
// variant order: DESC
  UNWIND $ranges AS range
//> fact/by/__anchor__
  WITH f LIMIT $limit
//> fact/on_day
  WITH f, uncertain OR coalesce(f.day < $day_from, false) OR coalesce(f.day_last > $day_to, false) AS uncertain
  WHERE uncertain
  RETURN count(f) AS value
