//> fact/around
//> fact/item
