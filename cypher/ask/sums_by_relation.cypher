// mode: read
// hot
//> ask/by_relation
//> fact/sums
