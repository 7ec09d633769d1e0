"""From a row to what it says: who did what to whom, when and for how much; or why the row is refused."""

import re
from dataclasses import dataclass, replace
from typing import Final

from graph.errors import WhofinedError
from graph.money import Money
from seed.import_ import values
from seed.import_.authorities import Authorities
from seed.import_.mapping import Mapping
from seed.import_.places import country_code
from seed.import_.table import Row

RELATION_OF: Final = {
    "fine": "FINED", "civil_penalty": "FINED", "settlement": "SETTLED_WITH", "consumer_refunds": "SETTLED_WITH",
    "order": "ORDERED", "reprimand": "REPRIMANDED", "warning": "REPRIMANDED", "finding": "FOUND_BREACH",
    "proposed_fine": "PROPOSED_FINE", "lawsuit": "SUED", "inspection": "INVESTIGATED",
}  # fmt: skip
"""The kinds of action that a mapping may name, with their relation."""

_INTENT: Final = re.compile(r"\b(?:intention|intends?) to\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row says. ``target`` is as the list writes it, ``None`` where it names nobody."""

    number: int
    key: str | None
    authority: str
    authority_text: str
    country: str | None
    target: str | None
    kind: str
    date: str | None
    sum: Money | None
    amount_text: str | None
    articles: tuple[str, ...]
    url: str | None
    case_number: str | None
    note: str | None
    shared: bool = False
    """Whether the sum is one of several targets of the row."""

    @property
    def relation(self) -> str:
        """The relation of the vocabulary."""
        return RELATION_OF[self.kind]


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is not taken, and why; ``filtered`` where the mapping leaves it out on purpose."""

    row: Row
    reason: str
    filtered: bool = False


def entries(row: Row, mapping: Mapping, authorities: Authorities) -> list[Entry] | Refused:
    """What a row says, once for each target that it names.

    A row that cannot be read or whose authority stays open is refused with its reason.
    """
    try:
        found = _entry(row, mapping, authorities)
    except WhofinedError as error:
        return Refused(row, str(error))
    if isinstance(found, Refused):
        return found
    sign = mapping.properties["target"].split
    names = (
        [part.strip() for part in found.target.split(sign) if part.strip()] if sign and found.target else []
    )
    if len(names) < 2:
        return [found]
    return [replace(found, target=name, shared=found.sum is not None) for name in names]


def _entry(row: Row, mapping: Mapping, authorities: Authorities) -> Entry | Refused:
    parts = mapping.properties

    def text(name: str) -> str | None:
        return values.cell(row, parts.get(name), mapping)

    for head, wanted in mapping.filters.items():
        if row.values.get(head, "").strip() not in wanted:
            return Refused(row, f"{head} is {row.values.get(head, '')!r}", filtered=True)
    name, country, kind, sum_text = text("authority"), text("country"), text("kind"), text("amount")
    if name is None:
        return Refused(row, "no authority is named")
    if kind not in RELATION_OF:
        return Refused(row, f"{kind!r} is no kind of action; one of {', '.join(RELATION_OF)}")
    found = authorities.resolve(name, country)
    if found.id is None:
        return Refused(row, f"the authority {name!r} is not resolved: {found.reason}")
    if kind == "fine" and sum_text is not None and _INTENT.search(sum_text):
        kind = "proposed_fine"
    sum_ = values.amount(sum_text, text("currency"), mapping)
    if kind == "finding" and sum_ is not None:
        kind = "fine"  # lists say in one column that the law was broken, and in another one what that cost
    return Entry(
        number=row.number,
        key=text("id"),
        authority=found.id,
        authority_text=name,
        country=_place(authorities.places[found.id], country_code(country)),
        target=text("target"),
        kind=kind,
        date=values.day(text("date"), parts.get("date"), text("date_precision")),
        sum=sum_,
        amount_text=sum_text,
        articles=values.articles(text("articles"), parts.get("articles")),
        url=values.address(row, parts.get("url")),
        case_number=text("case_number"),
        note=text("note"),
    )


def _place(sits: str | None, listed: str | None) -> str | None:
    """Where a decision was made: where the authority sits, unless the list has it in another country."""
    return sits if sits and listed in {None, sits[:2], sits} else listed or sits
