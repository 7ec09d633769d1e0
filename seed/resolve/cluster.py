"""Which claims speak of the same event. Pure, and a function of the set of claims alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from graph import dates
from graph.money import Money
from seed.resolve.agreement import NEAR, dates_agree, days_apart, significant, sums_agree, sums_convert

_SAME_DAY: Final = 7
"""Two different sums within a week are one event told in two ways, not two events."""


@dataclass(frozen=True, slots=True)
class Witness:
    """What one current claim says of an event. ``source`` is the key by which independent documents are counted.

    ``founds`` is false for a document that is no source (a case note of our own): it confirms, and never brings
    an event. ``about`` is whom a ruling concerns beside the two bodies, as far as its document tells. ``inferred``
    is true for a date that is only that of the document, of something that may have begun long before.
    """

    claim: str
    source: str
    sum: Money | None
    date: str | None
    published: str | None
    accepted: bool = False
    founds: bool = True
    about: str | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A curated fact between the same two parties: it takes claims in, and is never changed by them."""

    fact: str
    sum: Money | None
    date: str | None
    about: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Event:
    """One event: the curated fact that it is, if any, its sum and date, and the claims for and against.

    ``about`` is whom it concerns beside the two parties, where its claims say.
    """

    fact: str | None
    sum: Money | None
    date: str | None
    supports: tuple[str, ...]
    disputes: tuple[str, ...]
    about: str | None = None


@dataclass(slots=True)
class _Open:
    """An event while it is put together."""

    fact: str | None
    sum: Money | None
    date: str | None
    supports: list[Witness] = field(default_factory=list)
    disputes: list[Witness] = field(default_factory=list)
    about: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, int, str]:
        return (
            self.date or "9999",
            self.sum.minor if self.sum else 0,
            self.fact or min(self.about, default=""),
        )


def cluster(witnesses: Iterable[Witness], known: Sequence[Known]) -> tuple[list[Event], list[str]]:
    """Events, and the claims that could belong to several and are left to a person.

    Exact sums come first, then rounded ones, then claims without a sum; so that the exact one is what others are held
    against.
    """
    events = [
        _Open(one.fact, one.sum, one.date, about=one.about) for one in sorted(known, key=lambda one: one.fact)
    ]
    unsure: list[str] = []
    for witness in sorted(witnesses, key=_rank):
        home = _home(witness, events)
        if home is None and _ambiguous(witness, events):
            unsure.append(witness.claim)
        elif home is None and witness.founds:
            _dispute_or_open(witness, events)
        elif home is None:
            continue
        else:
            home.supports.append(witness)
            if home.fact is None:
                home.date = (witness.inferred and home.date) or _better(home.date, witness.date)
                home.about = home.about or _about(witness)
    return [_closed(event) for event in events], unsure


def _rank(witness: Witness) -> tuple[bool, bool, bool, int, int, str, int, str, str]:
    """Sources first, the most telling claim first; ties by content, so that the order of arrival plays no part."""
    digits = -significant(witness.sum.minor) if witness.sum else 1
    minor, currency = (witness.sum.minor, witness.sum.currency) if witness.sum else (0, "")
    precision = -len(witness.date or "")
    vague = witness.about is None
    day = witness.date or "9999"
    return (
        *(not witness.founds, vague, witness.inferred),
        *(digits, precision, day, minor, currency, witness.claim),
    )


def _home(witness: Witness, events: Sequence[_Open]) -> _Open | None:
    fitting = [event for event in events if _fits(witness, event)]
    if not fitting or (witness.sum is None and _undecided(witness, fitting)):
        return None
    return min(
        fitting, key=lambda event: (days_apart(witness.date or witness.published, event.date), event.key)
    )


def _fits(witness: Witness, event: _Open) -> bool:
    if not (_began_before(witness, event) or dates_agree(witness.date, event.date)) or _too_early(
        witness, event
    ):
        return False
    if witness.about is not None and event.about and witness.about not in event.about:
        return False
    if witness.sum is None or event.sum is None:
        return witness.sum is None or event.fact is None
    return sums_agree(witness.sum, event.sum) or sums_convert(
        witness.sum, event.sum, event.date or witness.date
    )


def _began_before(witness: Witness, event: _Open) -> bool:
    """Whether a claim that has no day of its own may speak of what had begun by then."""
    if not witness.inferred or witness.date is None or event.date is None:
        return False
    return dates.first_day(event.date) <= dates.last_day(witness.date)


def _too_early(witness: Witness, event: _Open) -> bool:
    """A document cannot speak of what came after it."""
    if witness.published is None or event.date is None:
        return False
    return dates.last_day(witness.published) < dates.first_day(event.date)


def _undecided(witness: Witness, fitting: Sequence[_Open]) -> bool:
    """Without sum and date, nothing tells which of several events is meant."""
    return witness.date is None and witness.published is None and len(fitting) > 1


def _ambiguous(witness: Witness, events: Sequence[_Open]) -> bool:
    return witness.sum is None and any(_fits(witness, event) for event in events)


def _dispute_or_open(witness: Witness, events: list[_Open]) -> None:
    rivals = [
        event
        for event in events
        if witness.sum
        and event.sum
        and event.date
        and witness.date
        and days_apart(witness.date, event.date) <= _SAME_DAY
        and len(witness.date) == len(event.date) == len("YYYY-MM-DD")
    ]
    if rivals:
        min(rivals, key=lambda event: (days_apart(witness.date, event.date), event.key)).disputes.append(
            witness
        )
    else:
        events.append(_Open(None, witness.sum, witness.date, [witness], about=_about(witness)))


def _about(witness: Witness) -> frozenset[str]:
    return frozenset() if witness.about is None else frozenset((witness.about,))


def _better(one: str | None, other: str | None) -> str | None:
    """The more precise date; of two equally precise ones the earlier: decisions come before their announcement."""
    given = [value for value in (one, other) if value]
    return min(given, key=lambda value: (-len(value), value), default=None)


def _closed(event: _Open) -> Event:
    return Event(
        event.fact,
        event.sum,
        event.date,
        tuple(sorted(witness.claim for witness in event.supports)),
        tuple(sorted(witness.claim for witness in event.disputes)),
        min(event.about) if event.fact is None and event.about else None,
    )


__all__ = ["NEAR", "Event", "Known", "Witness", "cluster"]
