"""Extraction: from a document's text to claims with the words that support them.

Rules only: a gazetteer, a small statistical parser, and tables of verbs and nouns. ``engine.extract`` is the way in;
nothing of it is imported here, for who only knows the types starts without it.
"""
