"""Whose text a document is: the authority that speaks as "we" and "the Authority", and takes the decisions it tells.

Told by the publisher, else by the address, else by a line at the head or the foot that is nothing but its name.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final
from urllib.parse import unquote

from seed.extract.lexicon.kinds import AUTHORITY
from seed.extract.lexicon.places import place_at, within
from seed.extract.mentions.gazetteer import Entry, Gazetteer
from seed.extract.mentions.mention import Reading
from seed.extract.text.tokens import fold, tokenize

_HEAD: Final = 8
_FOOT: Final = 6
_COVERS: Final = 0.7
"""The share of a line's letters that its authority must have for the line to be a letterhead."""
_SHELVES: Final = frozenset("authorities regulators dpas dpa supervisors authority".split())
"""Folders of a collection in which each country has one: what lies there is by its authority."""
_COURTS: Final = frozenset({"court", "courts", "tribunal", "tribunals", "judgment", "judgments", "caselaw"})


def author_of(
    publisher: str | None, url: str | None, readings: list[Reading], gazetteer: Gazetteer
) -> Entry | None:
    """The authority whose own text this is, or ``None`` for a text of anybody else."""
    if publisher and (named := _named(publisher, gazetteer)):
        return named
    if url and (found := gazetteer.by_address(url) or _filed(url, gazetteer)):
        return found
    return _letterhead(readings, gazetteer)


def _named(publisher: str, gazetteer: Gazetteer) -> Entry | None:
    found = {i for hit in gazetteer.find(tokenize(publisher)) for i in hit.ids}
    entries = [e for i in found if (e := gazetteer.entries[i]).kind == "regulator"]
    return entries[0] if len(entries) == 1 else None


def _filed(url: str, gazetteer: Gazetteer) -> Entry | None:
    """The authority under whose name, in capitals, a collection keeps a text: ".../Ireland/DPC_2021.md"."""
    parts = [re.sub(r"[_+\s]|(?<=\w)-(?=\w)", " ", unquote(p)) for p in url.partition("//")[2].split("/")[1:]]
    words = [word for part in parts for word in _words(part)]
    if {word.lower() for word in words} & _COURTS:
        return None
    places = list(dict.fromkeys(_places(words)))
    candidates: list[Entry] = []
    for part in parts:
        for hit in gazetteer.find(tokenize(part)):
            candidates += [e for i in hit.ids if (e := gazetteer.entries[i]).kind == "regulator"]
    here = [
        e
        for e in candidates
        if any(within(e.country or "", p) or within(p, e.country or "-") for p in places)
    ]
    if here:
        return Counter(here).most_common(1)[0][0]
    kept = any(part.lower() in _SHELVES and set(_places(_words(after))) for part, after in pairwise(parts))
    nearest = sorted(places, key=len, reverse=True) if kept else []
    return next((entry for place in nearest if (entry := gazetteer.authority_of(place)) is not None), None)


def _words(part: str) -> list[str]:
    return [token.text for token in tokenize(part)]


def _places(words: list[str]) -> Iterator[str]:
    folded = [fold(word) for word in words]
    at = 0
    while at < len(folded):
        found = place_at(folded, at) if words[at][:1].isupper() else None
        if found is not None and found[2] == "name":
            yield found[0]
        at += found[1] if found is not None else 1  # "Lower Saxony" is not Saxony too


def _letterhead(readings: list[Reading], gazetteer: Gazetteer) -> Entry | None:
    """The authority that a short line at either end consists of."""
    for reading in (*readings[:_HEAD], *readings[-_FOOT:]):
        for mention in reading.mentions:
            entry = gazetteer.entries.get(mention.id or "")
            if entry is None or mention.kinds != AUTHORITY or mention.sort != "entity":
                continue
            letters = sum(c.isalnum() for c in reading.sentence.text)
            if " " in mention.text and sum(c.isalnum() for c in mention.text) >= _COVERS * letters:
                return entry
    return None
