"""Questions to the graph. Each goes straight to a statement and returns plain rows; there is nothing in between."""
