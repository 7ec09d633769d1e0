"""Everything between a request and an answer: lists, cursors, problems, caching, limits, keys."""
