"""Lines that say for all items below them who did what: "The CNIL is investigating the following companies:"."""

from collections.abc import Iterator
from typing import Final

from seed.extract.candidates.candidate import Draft
from seed.extract.coreference.actor import Actor, registered
from seed.extract.coreference.discourse import Discourse
from seed.extract.lexicon import leads as rows
from seed.extract.lexicon.kinds import AUTHORITY
from seed.extract.lexicon.leads import LeadRow
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.patterns.fallback import DOUBT
from seed.extract.syntax.triggers import has_trigger

_LONGEST: Final = 18
"""Tokens of an item that is a party and little more."""
_OPENS: Final = 3
_FOLLOWING: Final = frozenset("following these those below including against with".split())
"""Words of a line whose list is of parties."""


def leads(discourse: Discourse, taken: frozenset[int]) -> Iterator[Draft]:
    """A draft for each item of a list whose opening line tells a relation, but those in lines that are ``taken``."""
    readings = discourse.text.readings
    for index, reading in enumerate(readings):
        row = _row(reading)
        items = _items(readings, index) if row is not None else []
        if row is None or not items:
            continue
        subject, date = _acting(discourse, index, row), _date(reading)
        for at in items:
            named = _named(readings[at], row.objects)
            if named is None or subject is None or at in taken:
                continue
            target = discourse.named(named, row.objects, at)
            if target is not None and target.id != subject.id:
                rule = f"{row.relation.lower()}-lead"
                yield Draft(row.relation, rule, at, named.first, subject, target, date=date)


def _row(reading: Reading) -> LeadRow | None:
    """The first row of which a line that ends in a colon has a word, without a doubt."""
    days = {at for m in reading.mentions if m.sort == "date" for at in range(m.first, m.last + 1)}
    plain = [word for at, word in enumerate(reading.lower) if at not in days]  # May is a month there
    words = set(plain)
    if reading.lower[-1:] != [":"] or not words & _FOLLOWING or DOUBT.search(" ".join(plain)):
        return None
    return next((row for row in rows.ROWS if row.words & words), None)


def _items(readings: list[Reading], index: int) -> list[int]:
    """The items right below a line."""
    found: list[int] = []
    for at in range(index + 1, len(readings)):
        if readings[at].sentence.kind != "item":
            break
        found.append(at)
    return found


def _acting(discourse: Discourse, index: int, row: LeadRow) -> Actor | None:
    """Who a line says acts; an authority may stand before it, or be the author."""
    reading = discourse.text.readings[index]
    for mention in reading.mentions:
        named = mention.sort == "entity" or mention.kinds == AUTHORITY
        if named and mention.id and mention.may_be(row.subjects):
            return discourse.named(mention, row.subjects, index)
    if row.subjects != AUTHORITY:
        return None
    author = discourse.text.author
    if author is not None:
        return registered(author, "", index, 0, explicit=False)
    return discourse.before(AUTHORITY, index, 0)


def _date(reading: Reading) -> Mention | None:
    dated = [m for m in reading.mentions if m.sort == "date" and m.date and m.date.date]
    return dated[0] if len(dated) == 1 else None


def _named(reading: Reading, kinds: frozenset[str]) -> Mention | None:
    """The party with which a short item begins that tells nothing else."""
    if len(reading.tokens) > _LONGEST or has_trigger(reading):
        return None
    first = next((m for m in reading.mentions if m.first < _OPENS and m.sort == "entity" and m.id), None)
    return first if first is not None and first.may_be(kinds) else None
