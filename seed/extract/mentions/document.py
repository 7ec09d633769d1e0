"""A document that has been read: its sentences, where it is at home, whose it is, and what its lines point to."""
# ruff: noqa: E501 - tables: one row a line, however long

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from seed.extract.lexicon.places import within
from seed.extract.mentions.gazetteer import Entry, Gazetteer
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.text.view import View
from seed.extract.values import dating

_DIGEST: Final = 3
"""Items of several sentences that make a list a digest."""


@dataclass(slots=True)
class Text:
    """All readings of a document, how often it names each place, and the authority whose own text it is.

    ``links`` gives the authorities whose pages a line (by its number) points to. ``entries`` are the lines of a digest that
    tell a matter each.
    """

    readings: list[Reading]
    places: Counter[str]
    author: Entry | None = None
    links: dict[int, Entry] = field(default_factory=dict[int, Entry])

    entries: set[int] = field(default_factory=set[int])

    def entry(self, sentence: int) -> int:
        """The line of the digest's entry that a sentence belongs to, or 0: it speaks of nobody outside."""
        line = self.readings[sentence].sentence.line
        return line if line in self.entries else 0

    def fuller(self, mention: Mention) -> str:
        """The fullest description of the text that may mean the same: of "the operator", "the telecom operator"."""
        alike = [
            m.text
            for reading in self.readings
            for m in reading.mentions
            if m.sort == "nominal"
            and m.kinds == mention.kinds
            and m.text.split()[-1] == mention.text.split()[-1]
        ]
        return max(alike, key=len, default="")

    @property
    def country(self) -> str | None:
        """The place that the document names most."""
        return self.places.most_common(1)[0][0] if self.places else None


def entries(readings: list[Reading]) -> set[int]:
    """The items of a digest: list items of several sentences each, at least three of them."""
    lines = Counter(r.sentence.line for r in readings)
    items = {r.sentence.line for r in readings if r.sentence.kind == "item" and lines[r.sentence.line] > 1}
    return items if len(items) >= _DIGEST else set()


def links(seen: View, readings: list[Reading], gazetteer: Gazetteer) -> dict[int, Entry]:
    """The authority of the first address in a line that is one of an authority's."""
    found: dict[int, Entry] = {}
    starts = [reading.sentence.start for reading in readings]
    for place, address in seen.links:
        at = bisect_right(starts, place) - 1
        if at >= 0 and (entry := gazetteer.by_address(address)) is not None:
            found.setdefault(readings[at].sentence.line, entry)
    return found


def order_days(whole: Text) -> None:
    """Read the days of an American text, or of a sentence about an American authority, with the month first."""
    dated = [(r, m) for r in whole.readings for m in r.mentions if m.date is not None]
    told = dating.says_month_first(m.text for _, m in dated)
    home = (whole.country or "").startswith("US")
    for reading, mention in dated:
        near = {m.place for m in reading.mentions if m.place and m.kinds == frozenset({"regulator"})}
        if mention.date and (told or (any(within(p, "US") for p in near) if near else home)):
            mention.date = dating.month_first(mention.date)


def home_of(url: str | None, known: frozenset[str]) -> str | None:
    """The country that an address ends in, one of those that are known; for a text that names no place."""
    try:
        last = (urlsplit(url or "").hostname or "").rpartition(".")[2].upper()
    except ValueError:
        return None
    code = "GB" if last == "UK" else last
    return code if code in known else None
