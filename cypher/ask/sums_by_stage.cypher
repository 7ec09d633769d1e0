// mode: read
// hot
//> ask/by_stage
//> fact/sums
