"""The words of a question, folded so that case, accents and possessives do not matter."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_INITIALS: Final = re.compile(r"\b(?:[^\W\d_]\.){2,}[^\W\d_]?")
_TOKEN: Final = re.compile(r"[^\W_]+(?:&[^\W_]+)*(?P<end>['’](?:s|t|re|ve|ll|d|m)?(?![^\W_]))?")
_LETTERS: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as written, folded, where it stands, and whether a possessive or a capital marks it."""

    text: str
    word: str
    start: int
    end: int
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital or has a digit among letters."""
        return any(char.isupper() for char in self.text)


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Lower case without accents; ``ø`` as ``o``, ``ß`` as ``ss``."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char))


def clean(text: str) -> str:
    """A question in one line, compatibility characters resolved, ``U.K.`` written ``UK``."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    return _INITIALS.sub(lambda match: match.group().replace(".", ""), plain)


def tokens(text: str) -> list[Token]:
    """The words of a cleaned text, in order."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        end = match["end"] or ""
        bare = match.group().removesuffix(end)
        possessive = end[1:].lower() in {"s", ""} and end != ""
        word = fold(bare if possessive or not end else bare + end[1:])
        found.append(Token(bare, word, match.start(), match.end(), possessive))
    return found


@lru_cache(maxsize=65_536)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(token.word for token in tokens(clean(text)))
