"""Who is meant: pronouns, short descriptions, what a text spoke of before."""
