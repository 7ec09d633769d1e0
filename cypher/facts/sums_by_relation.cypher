// mode: read
// hot
// variant key: date_key
//> fact/by_relation
//> fact/sums
