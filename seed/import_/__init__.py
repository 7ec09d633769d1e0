"""Lists that others keep, brought in row by row: a table, a mapping, and the facts that its rows tell of.

``docs/import.md`` describes mappings and what becomes of a row.
"""
