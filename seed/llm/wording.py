"""Finding a model's words in the text: as they stand, or with other white space."""

import re
from typing import Final

LONGEST: Final = 1_000
"""A longer passage points at nothing in particular."""


def locate(words: str, text: str) -> tuple[int, int] | None:
    """Where the words stand first in the text, end exclusive; a run of white space matches any other.

    ``None`` for words that the text does not have, that are too long, or that are only space.
    """
    parts = words.split()
    if not parts or len(words) > LONGEST:
        return None
    plain = " ".join(parts)
    at = text.find(plain)
    if at >= 0:
        return at, at + len(plain)
    found = re.search(r"\s+".join(map(re.escape, parts)), text)
    return found.span() if found else None
