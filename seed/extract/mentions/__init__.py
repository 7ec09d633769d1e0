"""Spans of a text that mean something: entities, unknown names, descriptions, places, tables."""
