"""Rows into the graph: checked, made properties, applied in one transaction."""
