"""Sums, dates and articles of law as they are written."""
