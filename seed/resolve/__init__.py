"""From claims to facts: which claims speak of the same event, and what the fact then says.

Everything here is a function of the *set* of claims, never of the order in which they came: the graph that many
documents give does not depend on which was read first.
"""
