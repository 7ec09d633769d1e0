// mode: read
// hot
// variant key: date_key
//> fact/by_country
//> fact/sums
