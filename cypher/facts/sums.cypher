// mode: read
// hot
// variant anchor: all, country, disputed, few, loose, object, parties, party, relation, subject, text
// variant key: date_key
// variant order: DESC
  UNWIND $ranges AS range
//> fact/by/__anchor__
//> fact/sums
