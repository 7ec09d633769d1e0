// mode: read
// hot
//> ask/by_country
//> fact/sums
