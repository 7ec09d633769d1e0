"""Candidate claims in the making: drafts, the scene that rules look at, and the actors that slots give."""
