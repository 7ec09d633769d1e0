"""Appeals and rulings: which decision each is about, and what it does to it."""
