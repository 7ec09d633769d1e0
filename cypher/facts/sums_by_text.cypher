// mode: read
// variant key: date_key
//> fact/by_text
//> fact/sums
