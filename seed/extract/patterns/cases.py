"""Matters told by a heading and labels under it, and lists whose entries run over several lines.

"### Acme — ICO, 2021" says who, whom and when of "Fine: £10,000" below it; in an authority's own list a line with a
name is followed by one with the fine and one with the day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from seed.extract.candidates.candidate import Draft
from seed.extract.coreference.actor import Actor
from seed.extract.coreference.discourse import Discourse
from seed.extract.lexicon.kinds import AUTHORITY, TARGET
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.patterns.boxes import called

_DASH: Final = re.compile(r"\s[—–-]\s|\s\|\s")
_FINE: Final = re.compile(
    r"^(?:administrative\s)?(?:fines?|penalty|penalties|amount|sanction)\b", re.IGNORECASE
)
_SETTLEMENT: Final = re.compile(r"^settle(?:ment|d)\b", re.IGNORECASE)
_ORDER: Final = re.compile(
    r"^(?:order|penalty|sanction|outcome|measure)s?\b.*\b(?:ban|order|prohibition|injunction)\b"
    r"|^(?:ordered|required)\sto\b|\bobligations?\simposed\b",
    re.IGNORECASE,
)
_APPEALED: Final = re.compile(r"^(?:under\s)?appeal(?:ed)?\b", re.IGNORECASE)
_REBUKE: Final = re.compile(r"\b(?:rebuke|reprimand|warning)\b", re.IGNORECASE)
_LABELLED: Final = re.compile(r"^\W*[A-Z][\w /()-]{2,40}:\s+\S")
"""A line that only says something about a matter: it names nobody."""
_LONGEST: Final = 16
_NAME: Final = 9
_UP: Final = 2
_DOWN: Final = 4


@dataclass(frozen=True, slots=True)
class _Matter:
    subject: Actor
    object: Actor
    date: Mention | None


def cases(discourse: Discourse, boxed: frozenset[int] = frozenset()) -> Iterator[Draft]:
    """Drafts of the labelled lines under headings that name a case, and of an author's list line by line.

    ``boxed`` are the lines that belong to a box.
    """
    headed = {
        r.sentence.section: m for i, r in enumerate(discourse.text.readings) if (m := _headed(discourse, i))
    }
    for index, reading in enumerate(discourse.text.readings):
        if index in boxed or len(reading.tokens) > (_NAME if reading.sentence.kind == "body" else _LONGEST):
            continue
        matter = headed.get(reading.sentence.section) if reading.sentence.section else None
        matter = matter or _listed(discourse, index)
        if matter is not None:
            above = discourse.text.readings[index - 1].sentence.text.strip() if index else ""
            yield from _labelled(index, reading, matter, above)


def _labelled(index: int, reading: Reading, matter: _Matter, above: str) -> Iterator[Draft]:
    """What a line says by its label, of the parties that stand above it; the label may be the line ``above``."""
    text = reading.sentence.text.strip()
    money = next((m for m in reading.mentions if m.money is not None and not m.money.vague), None)
    relation = None
    alone = (
        money is not None
        and len(reading.tokens) <= _DOWN
        and len(above.split()) <= _UP
        and _FINE.match(above)
    )
    if money is not None and (alone or _FINE.match(text) or _SETTLEMENT.match(text)):
        relation = "SETTLED_WITH" if _SETTLEMENT.match(text) else "FINED"
    elif _ORDER.search(text):
        relation = "ORDERED"
    elif _APPEALED.match(text) and len(reading.tokens) <= _UP:
        yield Draft("APPEALED", "case-appealed", index, 0, matter.object, matter.subject)
    if relation is not None:
        token = money.first if money is not None else 0
        draft = Draft(
            relation, f"case-{relation.lower()}", index, token, matter.subject, matter.object, money=money
        )
        draft.date, draft.undated = matter.date, True
        yield draft
        if relation == "FINED" and _ORDER.search(text):
            yield Draft("ORDERED", "case-ordered", index, 0, matter.subject, matter.object, date=matter.date)


def _headed(discourse: Discourse, index: int) -> _Matter | None:
    """The case that a heading names: a party, a dash, an authority, and often a year."""
    reading = discourse.text.readings[index]
    dash = _DASH.search(reading.sentence.text)
    if reading.sentence.kind != "heading" or not reading.sentence.section or dash is None:
        return None
    at = reading.sentence.start + dash.start()
    authority = next(
        (m for m in reading.mentions if m.sort == "entity" and m.kinds == AUTHORITY and m.start > at), None
    )
    if authority is None or not authority.id:
        return None
    named = next(
        (m for m in reading.mentions if m.sort == "entity" and m.end <= at and m.may_be(TARGET)), None
    )
    obj = (
        discourse.actor(named, index)
        if named is not None
        else called(reading.sentence.text[: dash.start()], index)
    )
    date = next((m for m in reading.mentions if m.date is not None and m.date.date), None)
    return _Matter(discourse.actor(authority, index), obj, date) if obj is not None else None


def _listed(discourse: Discourse, index: int) -> _Matter | None:
    """The entry of an author's list that a line belongs to: its name right above, its day right below."""
    readings = discourse.text.readings
    author = discourse.author(index, 0, readings[index].sentence.text)
    if author is None or index == 0:
        return None
    for up in range(index - 1, max(index - 1 - _DOWN, -1), -1):
        line = readings[up]
        text = line.sentence.text.strip()
        if _is_detail(line, text):
            continue
        if (
            len(line.tokens) > _NAME
            or _LABELLED.match(text)
            or text.endswith((".", ":", "?"))
            or not text[:1].isupper()
        ):
            return None
        obj = called(text, up)
        below = (
            m for r in readings[index + 1 : index + 1 + _DOWN] if _is_dated(r) for m in r.mentions if m.date
        )
        return _Matter(author, obj, next(below, None)) if obj is not None else None
    return None


def _is_detail(line: Reading, text: str) -> bool:
    """Whether a line belongs to an entry that began above: a sanction, a sum, a day, a status."""
    sanction = _FINE.match(text) or _ORDER.search(text) or _APPEALED.match(text) or _REBUKE.search(text)
    short = len(line.tokens) <= _DOWN
    return bool(sanction) or _is_dated(line) or (short and any(m.money is not None for m in line.mentions))


def _is_dated(reading: Reading) -> bool:
    """Whether a line is nothing but a day."""
    return len(reading.tokens) <= _DOWN and any(m.date is not None for m in reading.mentions)
