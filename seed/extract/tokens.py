"""Words of a sentence with their offsets, and the folding under which names are compared."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_TOKEN: Final = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                                  # U.S.
    | \d+(?:[.,'’]\d+)*(?:st|nd|rd|th)?(?![^\W_])         # 1,250,000
    | [^\W_]+(?=n['’]t\b) | n['’]t\b                      # did n't
    | [OD]['’](?=[^\W\d_a-z])[^\W_]+                      # O'Brien
    | ['’]s\b
    | [^\W_]+(?:[&.\-–'’/](?!s\b|(?:owned|based|backed|led|run|controlled|listed|headquartered)\b)[^\W_]+)*
    | --+ | \.\.+
    | \S
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign; offsets are those of the view."""

    text: str
    start: int
    end: int


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """The tokens of a sentence that starts at ``offset``."""
    return [Token(m.group(), m.start() + offset, m.end() + offset) for m in _TOKEN.finditer(text)]


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case, without accents, with plain apostrophes and without the dots of F.T.C."""
    text = unicodedata.normalize("NFKD", word).casefold().replace("’", "'")
    text = "".join(c for c in text if not unicodedata.combining(c))
    return text.replace(".", "") if re.fullmatch(r"(?:\w\.)+\w?", text) else text


def slug(name: str) -> str:
    """A readable id made from a name: lower-case ASCII words with hyphens, at most 60 characters."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = re.sub(r"[^a-z0-9]+", "-", text.replace("&", " and ")).strip("-")[:60].strip("-")
    return text or "x" + "-".join(f"{ord(c):x}" for c in name[:8])
