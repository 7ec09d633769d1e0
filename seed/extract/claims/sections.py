"""The day under which a text tells something: of its lead, of a digest's section, at the head of an item."""

from dataclasses import dataclass
from typing import Final

from seed.extract.mentions.document import Text
from seed.extract.mentions.mention import Mention, Reading

_REACH: Final = 8
"""Sentences of a section that its day is good for."""
_SHORT: Final = 6
"""Tokens of a line that holds a day and hardly anything else."""
_AFTER: Final = frozenset({":", "–", "—", "-", "|", ")"})
_SEVERAL: Final = 2
_LEAD: Final = 5


@dataclass(frozen=True, slots=True)
class Lead:
    """What the head of a document settles for the rest: the day of publication, and how far the lead reaches."""

    published: str | None
    last: int


def lead_end(scenes_kinds: list[str]) -> int:
    """The index of the last sentence of the lead: headings, and the first sentences of the body."""
    body = 0
    for index, kind in enumerate(scenes_kinds):
        body += kind == "body"
        if body > _LEAD:
            return index - 1
    return len(scenes_kinds)


def day_of(text: Text, index: int) -> tuple[str, str] | None:
    """The date, and its words, of the item or the section that a sentence stands in."""
    line = text.readings[index].sentence.line
    first = index
    while first and text.readings[first - 1].sentence.line == line:
        first -= 1
    found = _leading(text.readings[first]) or _of_lead(text, index) or _of_section(text, index)
    return (found.date.date, found.text) if found is not None and found.date and found.date.date else None


def _of_lead(text: Text, index: int) -> Mention | None:
    """The only date of the line that opens the list of an item: "In 2022 the CNIL took these measures:"."""
    while index and text.readings[index].sentence.kind == "item":
        index -= 1
    above = text.readings[index]
    dates = [m for m in above.mentions if m.sort == "date" and m.date is not None and m.date.date]
    return dates[0] if above.lower[-1:] == [":"] and len(dates) == 1 else None


def _leading(reading: Reading) -> Mention | None:
    """The date that opens a line: "(11 Sep 2018) The regulator …", "3 May 2021: …"."""
    at = int(reading.lower[:1] == ["("])
    mention = reading.at(at)
    if mention is None or mention.sort != "date" or mention.first != at or not _is_day(mention):
        return None
    return mention if set(reading.lower[mention.last + 1 : mention.last + 2]) & _AFTER else None


def _is_day(mention: Mention) -> bool:
    return mention.date is not None and mention.date.date is not None and len(mention.date.date) > len("2021")


def _of_section(text: Text, index: int) -> Mention | None:
    """The date in a line of its own above a sentence, in a text that has several such lines."""
    if sum(_lone(reading) is not None for reading in text.readings) < _SEVERAL:
        return None
    for at in range(index - 1, max(index - _REACH, 0) - 1, -1):
        if (mention := _lone(text.readings[at])) is not None:
            return mention
        if text.readings[at].sentence.kind == "heading":
            return None
    return None


def _lone(reading: Reading) -> Mention | None:
    if len(reading.tokens) > _SHORT + 2:
        return None
    dates = [m for m in reading.mentions if m.sort == "date" and _is_day(m)]
    alone = len(dates) == 1 and len(reading.tokens) - (dates[0].last - dates[0].first + 1) <= 2
    return dates[0] if alone else None
