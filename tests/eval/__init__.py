"""Measurements of the extractor: not tests, but figures and misses (``make eval``)."""
