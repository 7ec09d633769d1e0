"""Sentences as trees of words, with the arguments of verbs and nouns."""
