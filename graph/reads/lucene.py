"""What a person types, as a full-text query that cannot be anything else."""

import re
from collections.abc import Sequence
from typing import Final

_WORD: Final = re.compile(r"[\w']+")
_MAX_WORDS: Final = 12


def lucene(text: str, *, every: bool = True, rough: bool = True) -> str:
    """A query in Lucene's syntax: every word, or any.

    Each word counts as it is, as a beginning, or where ``rough`` (from four letters) with a letter or two wrong.

    Everything that has a meaning in the syntax is left out, so no query can be malformed; a text without any
    word finds nothing.
    """
    words = [word.strip("'") for word in _WORD.findall(text)][:_MAX_WORDS]
    return (" AND " if every else " OR ").join(_forms(word, rough=rough) for word in words if word) or '""'


def _forms(word: str, *, rough: bool = True) -> str:
    exact = f'"{word}"^4'
    if not word.isascii() or len(word) < 3:
        return f"({exact} OR {word.lower()}*)"
    fuzzy = f" OR {word.lower()}~{2 if len(word) > 7 else 1}" if rough and len(word) > 3 else ""
    return f"({exact} OR {word.lower()}*{fuzzy})"


def names_like(words: Sequence[str]) -> str:
    """A query for ``graph.text.words`` over indexed forms: the whole phrase first, then any word, roughly.

    The words are plain ASCII, so nothing in them has a meaning in the syntax.
    """
    plain = list(words)[:_MAX_WORDS]
    if not plain:
        return '""'
    phrase = [f'"{" ".join(plain)}"^20', f'"{"".join(plain)}"^10']
    return " OR ".join([*phrase, *(_forms(word) for word in plain)])
