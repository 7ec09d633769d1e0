// mode: read
// hot
//> ask/by_loose
//> fact/sums
