"""Nouns that say whom the words around them mean: parts of an authority, quantities, what a firm is."""

from typing import Final

GENERIC: Final = frozenset(
    "agency company firm group bank giant corporation app platform service chain retailer airline network".split()
)
"""Nouns that add nothing to the name before them: "the Equifax credit reporting agency"."""
BODIES: Final = frozenset(
    "chamber officials authorities panel inspectors supervisors general generals attorneys regulators commissioners "
    "watchdogs agencies director president chair chairman chairwoman presidency deputy board college head".split()
)
"""Parts of an authority that a place stands before: "Belgium's Litigation Chamber"."""
QUANTITIES: Final = frozenset(
    "group number dozens hundreds thousands millions scores pair state commonwealth operators companies".split()
)
"""Words whose "of" says who is meant."""
FIRMS_OF: Final = frozenset({"operators", "companies"})
"""Nouns that only say what those are whose names follow "of"."""
