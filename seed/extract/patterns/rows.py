"""Lists and tables of fines: one row, one sum; what a row leaves out stands above or below the list."""

import re
from collections.abc import Iterator
from typing import Final

from seed.extract.candidates.candidate import Draft
from seed.extract.coreference.actor import Actor, registered
from seed.extract.coreference.discourse import Discourse
from seed.extract.lexicon.kinds import AUTHORITY, TARGET
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.mentions.tables import is_drawn

_ROWS: Final = 2
_SETTLED: Final = re.compile(
    r"\bsettle(?:ment|d|s)|\bresolution (?:amount|agreement)s?|\bconsent (?:order|decree)s?", re.IGNORECASE
)
_FINED: Final = re.compile(
    r"\bfine[sd]?\b|\bpenalt|\bsanction|\bto pay\b|\bpa(?:id|ys?)\b|\bbill(?:ed)?\b|\bclub\b|\bamount|\bdecisions?\b"
    r"|\bdecided\b|\benforcement\b|\bpunish",
    re.IGNORECASE,
)
_LONGEST_ROW: Final = 40
_LONGEST_ENTRY: Final = 16
_HELPS: Final = frozenset("has have had was were been is are also each both".split())
_DEEDS: Final = frozenset(
    "fined imposed issued ordered levied handed hit announced sanctioned penalised penalized".split()
)
_VERB: Final = frozenset(
    "said says was were has have had is are will would could may might must can did".split()
)
_OTHER_THINGS: Final = frozenset(
    "lawsuit suit claim funding investment loan revenue turnover profit budget takeover acquisition".split()
)
_RAISED: Final = frozenset("raised raises invested earned".split())
_NOTHING: Final = frozenset({"nothing", "nobody", "none", "no"})
_VOID: Final = re.compile(r"\b(?:notice of intent|proposed|draft decision)\b", re.IGNORECASE)
_CONDITIONAL: Final = re.compile(
    r"\b(?:proposed|intent|intended|threatened|draft|planned|maximum|up to|turnover|revenue)\b", re.IGNORECASE
)


def rows(discourse: Discourse) -> Iterator[Draft]:
    """Drafts of every list of a document."""
    readings = discourse.text.readings
    at = 0
    while at < len(readings):
        end = _end(readings, at)
        if sum(map(_is_row, readings[at:end])) >= _ROWS or (end > at > 0 and is_drawn(readings[at - 1])):
            yield from _list(discourse, at, end)
        at = max(end, at + 1)


def _end(readings: list[Reading], start: int) -> int:
    """Where a list ends that starts at a row; an item without a sum among its rows is one of it."""
    end = at = start
    while (
        at < len(readings)
        and readings[at].sentence.paragraph - readings[start].sentence.paragraph <= at - start
    ):
        if _is_row(readings[at]):
            end = at + 1
        elif end == start or not _is_item(readings[at]):
            break
        at += 1
    return end


def _is_item(reading: Reading) -> bool:
    """Whether a line is a short item of a list that tells of no sum."""
    return (
        reading.sentence.kind == "item"
        and len(reading.tokens) <= _LONGEST_ENTRY
        and not any(m.sort == "money" for m in reading.mentions)
    )


def _is_row(reading: Reading) -> bool:
    """A short line with one sum (conversions aside) and at most a few names, and no sentence around it."""
    sums = [m for m in reading.mentions if m.sort == "money"]
    named = [m for m in reading.mentions if m.sort == "entity" and m.id]
    return (
        1 <= len(sums) <= 2
        and bool(named or _places(reading))
        and len(reading.tokens) <= _LONGEST_ROW
        and not _VERB & {t.text for t in reading.tokens[: sums[0].first]}
        and not _NOTHING & set(reading.lower[: sums[0].first])
        and (reading.sentence.kind != "body" or bool(re.search(r"[:|–—(]", reading.sentence.text)))
        and not _is_told(reading, sums[0])
        and not _is_of_another_thing(reading, sums[0])
    )


def _is_of_another_thing(reading: Reading, money: Mention) -> bool:
    """Whether the words beside a sum say that it is no penalty: "a $8bn lawsuit", "received $50m in funding"."""
    after = set(reading.lower[money.last + 1 : money.last + 4])
    return bool(after & _OTHER_THINGS) or bool(
        set(reading.lower[max(0, money.first - 2) : money.first]) & _RAISED
    )


def _is_told(reading: Reading, first: Mention) -> bool:
    """Whether a line is a whole sentence that says who fined whom or who was fined, and no entry of a list."""
    for at in range(1, first.first):
        if reading.lower[at] in _DEEDS:
            before = at - 1
            while before and reading.lower[before] in _HELPS:
                before -= 1
            if reading.at(before) is not None and reading.at(before) is not first:
                return True
    return False


def _places(reading: Reading) -> list[Mention]:
    return [m for m in reading.mentions if m.sort == "place" and m.name == "name"]


def _list(discourse: Discourse, start: int, end: int) -> Iterator[Draft]:
    readings = discourse.text.readings
    context = " ".join(
        r.sentence.text for r in (*readings[max(0, start - 3) : start], *readings[end : end + 3])
    )
    inside = " ".join(r.sentence.text for r in readings[start:end])
    told = [r for r in readings[start:end] if _is_row(r)]
    dated = all(any(m.sort == "date" for m in r.mentions) for r in told)
    owned = all(any(m.sort == "entity" and m.kinds == AUTHORITY for m in r.mentions) for r in told)
    if not dated and not owned and not _FINED.search(context + inside) and not _SETTLED.search(context):
        return
    relation = (
        "SETTLED_WITH"
        if _SETTLED.search(context) and not re.search(r"\bfine[sd]?\b", context, re.IGNORECASE)
        else "FINED"
    )
    for index in range(start, end):
        reading = readings[index]
        if not _is_row(reading):
            continue
        money = _imposed(reading)
        subject = (
            _party(discourse, index, AUTHORITY)
            or _metonym(discourse, index)
            or _outside(discourse, start, end, AUTHORITY)
            or _of_here(discourse, start, index)
        )
        obj = _party(discourse, index, TARGET) or _outside(discourse, start, end, TARGET)
        if subject is None or obj is None:
            continue
        before = " ".join(reading.lower[max(0, money.first - 3) : money.first])
        mode = (
            "hypothetical"
            if _CONDITIONAL.search(before) or _VOID.search(reading.sentence.text)
            else "asserted"
        )
        draft = Draft(relation, "list-row", index, money.first, subject, obj, mode, money)
        draft.date = next((m for m in reading.mentions if m.sort == "date" and m.date and m.date.date), None)
        draft.undated = discourse.text.author is None
        yield draft


def _imposed(reading: Reading) -> Mention:
    """The sum of a row that was imposed, where another one was only intended."""
    sums = [m for m in reading.mentions if m.sort == "money"]
    final = [
        m for m in sums if not _CONDITIONAL.search(" ".join(reading.lower[max(0, m.first - 2) : m.first]))
    ]
    return (final or sums)[0]


def _party(discourse: Discourse, index: int, kinds: frozenset[str]) -> Actor | None:
    """The party of a row: one introduced by "against" or "on", else the first of its kind."""
    reading = discourse.text.readings[index]
    found = [m for m in reading.mentions if m.sort == "entity" and m.id and m.may_be(kinds)]
    marked = [m for m in found if m.first and reading.lower[m.first - 1] in {"against", "on", "by", "to"}]
    chosen = (marked or found)[:1]
    return discourse.actor(chosen[0], index) if chosen else None


def _metonym(discourse: Discourse, index: int) -> Actor | None:
    """The authority of the place at the head of a row, or of the only place in it."""
    places = _places(discourse.text.readings[index])
    lower = discourse.text.readings[index].lower
    bracketed = [p for p in places if p.first and lower[p.first - 1] == "("]
    if bracketed:
        return discourse.metonym(bracketed[0], index)
    if not places or (places[0].first > 1 and len(places) > 1):
        return None
    before = discourse.text.readings[index].lower[places[0].first - 1] if places[0].first else ""
    return discourse.metonym(places[0], index) if before not in {"to", "from", "the"} else None


def _of_here(discourse: Discourse, start: int, index: int) -> Actor | None:
    """The authority of the country that the lines above a list name, else of the document's own country."""
    for line in range(start - 1, max(start - 4, -1), -1):
        for place in discourse.text.readings[line].mentions:
            if place.sort == "place" and (found := discourse.metonym(place, line)) is not None:
                return found
    country = discourse.text.country
    entry = discourse.authority_at(country) if country and not country.startswith("US") else None
    return registered(entry, "", index, 0, explicit=False) if entry is not None else None


def _outside(discourse: Discourse, start: int, end: int, kinds: frozenset[str]) -> Actor | None:
    """The party that the lines around a list name: below it first ("All by the …"), then above."""
    readings = discourse.text.readings
    for index in (*range(end, min(end + 3, len(readings))), *range(start - 1, max(start - 5, -1), -1)):
        for mention in readings[index].mentions:
            if (
                mention.sort == "entity"
                and mention.id
                and mention.may_be(kinds)
                and (mention.known or "regulator" in mention.kinds)
            ):
                return discourse.actor(mention, index)
    return None
