"""A clean view of a text: no markup, no link targets, nothing invisible, and the way back to the offsets.

Only deletions are made, so that every character of the view is a character of the text.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

_DROP: Final = re.compile(
    r"""
      !\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)             # an image
    | \]\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)      # the target of a link
    | \]\[[^\]\n]{0,100}\]                              # the reference of a link
    | https?://[^\s)>\]]{1,2000}
    | \\(?=[\[\]_*\#\-.()\d])                           # an escape
    | \[(?=[^\]\n]{0,500}\]\()                          # the opening of a link
    | \[(?:\d{1,3}|[a-z])\]                             # a reference number
    | (?<!\w)[*_`]{1,3}(?=[\w"“'‘(\[£€$])               # emphasis
    | (?<=[\w.,;:!?)"”'’\]])[*_`]{1,3}(?!\w)
    | [\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff]
    """,
    re.VERBOSE,
)
"""Bounded repetitions only: the text may be hostile."""


@dataclass(frozen=True, slots=True)
class View:
    """The clean text; ``source`` turns a span of it into a span of the original."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that a non-empty span of the view covers, end exclusive."""
        return self._original(start), self._original(end - 1) + 1

    def _original(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def clean(text: str) -> View:
    """The view of a text."""
    pieces: list[str] = []
    starts, shifts = [0], [0]
    length = last = 0
    for match in _DROP.finditer(text):
        if match.start() > last:
            pieces.append(text[last : match.start()])
            length += match.start() - last
        last = match.end()
        if starts[-1] == length:
            shifts[-1] = last - length
        else:
            starts.append(length)
            shifts.append(last - length)
    pieces.append(text[last:])
    return View("".join(pieces), tuple(starts), tuple(shifts))
