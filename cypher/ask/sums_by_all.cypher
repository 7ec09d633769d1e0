// mode: read
// hot
//> ask/by_all
//> fact/sums
