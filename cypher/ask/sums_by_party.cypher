// mode: read
// hot
//> ask/by_party
//> fact/sums
