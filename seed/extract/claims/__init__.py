"""From candidates to claims: missing arguments, amounts, dates, quotes."""
