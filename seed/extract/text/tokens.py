"""Words of a sentence with their offsets, and the folding under which names are compared."""

import re
from dataclasses import dataclass
from typing import Final

from graph.text import fold, slug

__all__ = ["Token", "fold", "initials", "slug", "tokenize"]

_TOKEN: Final = re.compile(
    r"""
      S\.[pr]\.[AaLl]\b | S\.[pr]\.[al]\.                 # S.p.A
    | (?:[^\W\d_]\.){2,}                                  # U.S.
    | \d+(?:[.,'’]\d+)*(?:st|nd|rd|th)?(?![^\W_]|-[A-Z][a-z])  # 1,250,000
    | [^\W_]+(?=n['’]t\b) | n['’]t\b                      # did n't
    | [OD]['’](?=[^\W\d_a-z])[^\W_]+                      # O'Brien
    | ['’][sS]\b
    | (?:[A-Z]\.){1,3}[A-Z]{1,3}\b                       # S.A.U
    | [^\W_]+(?:[&.\-–'’/](?![sS]\b|(?:owned|based|backed|led|run|controlled|listed|headquartered)\b)[^\W_]+)*
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


def initials(name: str) -> str:
    """The first letters of the words of a name that have a capital: "RCMP"."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
