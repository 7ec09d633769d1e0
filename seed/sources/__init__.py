"""Checking sources: whether the page behind a document is there, and whether it says what a fact says.

``docs/sources.md`` describes what is visited, what is kept, and what each word of the result means.
"""
