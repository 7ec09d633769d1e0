"""A clean view of a text: no markup, no link targets, nothing invisible, and the way back to the offsets.

Only deletions are made, and letters with their accents behind them made one character: so every character of the view
is one of the text, or a letter and its accents.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

_DROP: Final = re.compile(
    r"""
      !\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)             # an image
    | \]\((?P<target>(?:[^()\n]|\([^()\n]{0,200}\)){0,2000})\)      # the target of a link
    | \]\[[^\]\n]{0,100}\]                              # the reference of a link
    | (?P<link>https?://[^\s)>\]]{1,2000})
    | \\(?=[\[\]_*\#\-.()\d])                           # an escape
    | \[(?=[^\]\n]{0,500}\]\()                          # the opening of a link
    | \[(?:\d{1,3}|[a-z])\]                             # a reference number
    | (?P<opens>(?<!\w)[*_`]{1,3}(?=[\w"“'‘(\[£€$]))    # emphasis
    | (?P<closes>(?<=[\w.,;:!?)"”’'\]])[*_`]{1,3}(?!\w))
    | (?P<accented>[^\W\d_][\u0300-\u036f]{1,4})
    | [\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff]
    """,
    re.VERBOSE,
)
"""Bounded repetitions only: the text may be hostile."""


@dataclass(frozen=True, slots=True)
class View:
    """The clean text; ``source`` turns a span of it into a span of the original.

    ``accents`` tells of a letter how many characters behind it are its accents. ``bold`` are the spans of the view that
    the text sets in bold, ``links`` the places of the view at which addresses stood, with these.
    """

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    accents: dict[int, int] = field(default_factory=dict[int, int])
    bold: tuple[tuple[int, int], ...] = ()
    links: tuple[tuple[int, str], ...] = ()

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that a non-empty span of the view covers, end exclusive."""
        return self._original(start), self._original(end - 1) + 1 + self.accents.get(end - 1, 0)

    def _original(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def clean(text: str) -> View:
    """The view of a text."""
    pieces: list[str] = []
    starts, shifts = [0], [0]
    accents: dict[int, int] = {}
    bold: list[tuple[int, int]] = []
    links: list[tuple[int, str]] = []
    opened = -1
    length = last = 0
    for match in _DROP.finditer(text):
        letter = unicodedata.normalize("NFC", match["accented"] or "")
        if match["accented"] and len(letter) > 1:
            continue
        piece = text[last : match.start()] + letter
        if piece:
            pieces.append(piece)
            length += len(piece)
        if match["opens"] and len(match["opens"]) > 1:
            opened = length
        elif match["closes"] and opened >= 0:
            bold.append((opened, length))
            opened = -1
        elif address := match["link"] or match["target"]:
            links.append((length, address))
        if letter:
            accents[length - 1] = len(match.group()) - 1
        last = match.end()
        if starts[-1] == length:
            shifts[-1] = last - length
        else:
            starts.append(length)
            shifts.append(last - length)
    pieces.append(text[last:])
    return View("".join(pieces), tuple(starts), tuple(shifts), accents, tuple(bold), tuple(links))
