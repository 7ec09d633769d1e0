// mode: read
// hot
// variant key: date_key
//> fact/by_party
//> fact/sums
