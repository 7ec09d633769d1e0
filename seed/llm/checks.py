"""From what a model says to claims that the text bears out. Pure."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from graph import dates
from graph.errors import InvalidInput
from graph.money import currencies
from graph.vocabulary import RELATIONS, allows
from seed.extract.claims.assemble import Found
from seed.extract.types import Claim, Party, Sum, When
from seed.extract.values import dating, money
from seed.extract.values.articles import articles
from seed.llm.parties import Cast
from seed.llm.pieces import Piece
from seed.llm.report import Report
from seed.llm.shape import Row, StatedDate, StatedSum
from seed.llm.wording import locate

RULE: Final = "language-model"
_DIGITS: Final = re.compile(r"\d{1,15}(?:\.\d{1,4})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a row is held against: the piece that was read, who takes part in the document, when it was published."""

    piece: Piece
    cast: Cast
    published: str | None


class _Drop(Exception):
    """The row does not stand; the argument names the count."""


def check(rows: Iterable[Row], scene: Scene) -> tuple[list[Found], Report]:
    """The claims that stand, with offsets in the document, and counts of what does not. Repetitions are left in."""
    found: list[Found] = []
    dropped: Counter[str] = Counter()
    for row in rows:
        try:
            found.append(_found(row, scene, dropped))
        except _Drop as reason:
            dropped[str(reason)] += 1
    return found, Report(**dropped)


def _found(row: Row, scene: Scene, dropped: Counter[str]) -> Found:
    place = locate(row.quote, scene.piece.text)
    if place is None:
        raise _Drop("dropped_quotes")
    subject, object_ = _sides(row, scene)
    if not allows(row.relation, subject.kind, object_.kind) or subject.id == object_.id:
        raise _Drop("dropped_triples")
    quote = scene.piece.text[place[0] : place[1]]
    total = _sum(row, quote)
    if row.amount is not None and total is None:
        dropped["dropped_sums"] += 1
    when = _when(row.date, scene)
    if row.date is not None and when is None:
        dropped["dropped_dates"] += 1
    start, end = place[0] + scene.piece.start, place[1] + scene.piece.start
    claim = Claim(
        row.relation, subject, object_, row.modality, quote, start, end, RULE, total, when,
        articles(quote, scene.cast.text), _roles(row, scene),
    )  # fmt: skip
    return Found(claim, explicit=(total is not None) + (when is not None))


def _sides(row: Row, scene: Scene) -> tuple[Party, Party]:
    subject = scene.cast.party(row.subject, scene.piece)
    object_ = scene.cast.party(row.object, scene.piece)
    if subject is None or object_ is None:
        raise _Drop("dropped_names")
    # A group without a name is told apart by whom it stands against, as the rules do.
    return _against(subject, object_), _against(object_, subject)


def _against(party: Party, other: Party) -> Party:
    return replace(party, id=f"plaintiffs-v-{other.id}") if party.id == "plaintiffs" else party


def _roles(row: Row, scene: Scene) -> tuple[tuple[str, Party], ...]:
    """The third parties that the relation may have and the document names."""
    allowed = RELATIONS[row.relation].roles
    named = (
        (other.role, scene.cast.party(other.party, scene.piece))
        for other in row.others
        if other.role in allowed
    )
    return tuple((role, party) for role, party in named if party is not None and party.id != "plaintiffs")


def _sum(row: Row, quote: str) -> Sum | None:
    """The sum, if the quote has its words and these words, read by rule, say the same."""
    given = row.amount
    if given is None or not RELATIONS[row.relation].money or not _DIGITS.fullmatch(given.amount):
        return None
    place = locate(given.text, quote)
    if place is None or given.currency not in currencies():
        return None
    amount = Decimal(given.amount)
    if not any(_agrees(mention, amount, given) for mention in money.find(quote[place[0] : place[1]])):
        return None
    whole = amount.to_integral_value()
    return Sum(whole if whole == amount else amount.normalize(), given.currency, quote[place[0] : place[1]])


def _agrees(mention: money.MoneyMention, amount: Decimal, given: StatedSum) -> bool:
    """Whether the words say this sum; a sign that several countries share ("$", "kr") may be any of theirs."""
    # A currency's code starts with that of its country.
    return mention.amount == amount and mention.read_in(given.currency[:2]) == given.currency


def _when(given: StatedDate | None, scene: Scene) -> When | None:
    """The date, if the piece has its words and these words, read by rule, do not say another.

    Words that no rule reads ("le 18 mai 2022") must have the year. Where they say less than the date, they win.
    """
    if given is None:
        return None
    try:
        dates.precision(given.date)
    except InvalidInput:
        return None
    place = locate(given.text, scene.piece.text)
    if place is None:
        return None
    text = scene.piece.text[place[0] : place[1]]
    read = [mention.date for mention in dating.find(text, dating.Calendar(scene.published))]
    said = [date for date in read if date is not None]
    same = [date for date in said if dates.overlap(date, given.date)]
    if not same and (said or given.date[:4] not in text):
        return None
    return When(min([given.date, *same], key=len), text)
