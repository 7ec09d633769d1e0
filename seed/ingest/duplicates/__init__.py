"""Near-duplicate documents: MinHash bands, and the groups that share them."""
