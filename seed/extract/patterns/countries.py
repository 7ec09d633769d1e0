"""Fines of one firm country by country: "was fined €3 million in France and €1.2 million in Spain"."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from seed.extract.candidates.candidate import Draft
from seed.extract.lexicon.kinds import TARGET
from seed.extract.patterns.fallback import DOUBT
from seed.extract.patterns.masks import Mask

_FINED: Final = re.compile(r"\b(?:fine[sd]?|penalt(?:y|ies)|sanction(?:s|ed)|penali[sz]ed)\b")
_SUM_IN: Final = re.compile(
    r"(?P<sum><M\d+>) (?:\( [^()]{1,40} \) )?(?:fine |penalty )?in (?:the )?(?P<where><L\d+>)"
)
_FEWEST: Final = 2
_PERSON: Final = frozenset({"person"})


def by_country(masked: Mask, told: Iterable[Draft]) -> Iterator[Draft]:
    """A draft for each sum with its country, where a sentence has several of them for one firm."""
    found = list(masked.find(_SUM_IN))
    if len(found) < _FEWEST or not _FINED.search(masked.text) or DOUBT.search(masked.text):
        return
    scene = masked.scene
    first = masked.mention(found[0]["sum"]).first
    firms = [m for m in scene.entities(TARGET) if m.first < first and m.kinds != _PERSON]
    target = scene.discourse.named(firms[0], TARGET, scene.index) if firms else None
    target = target or scene.discourse.before(TARGET - _PERSON, scene.index, first)
    taken = {d.money.first for d in told if d.relation == "FINED" and d.money is not None}
    for match in found:
        money = masked.mention(match["sum"])
        subject = scene.discourse.metonym(masked.mention(match["where"]), scene.index)
        if subject is not None and target is not None and money.first not in taken:
            yield Draft("FINED", "fined-by-country", scene.index, money.first, subject, target, money=money)
