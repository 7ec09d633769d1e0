"""Which facts that the graph holds the rows of a list tell of: same, to be looked at, or new. Pure.

The same case number or the same address with a like name is a match; else a score of names, day and sum. A sum and a
day alone never link: an authority can impose eight equal fines on one day. Each fact is taken by one row of a batch at
most.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from rapidfuzz import fuzz, process

from graph import dates
from graph.money import Money, to_euro
from graph.text import fold
from seed.import_.entry import Entry
from seed.import_.parties import bare

Json = Mapping[str, Any]

SAME: Final = 0.8
LOOK: Final = 0.6
_NEAR_EURO: Final = 0.03
"""How far two conversions of one sum may lie apart."""
_LIKE: Final = 0.9
_TRACKING: Final = re.compile(r"utm_|fbclid|gclid|mc_[ce]id|ref(?:_src)?=", re.IGNORECASE)
_SAME_CASE: Final = 0.6
"""How like the names of one case number must be: a case can have several parties."""
_SAME_PAGE: Final = 0.8
"""And those of one address, which can tell of several decisions."""
_SOME_NAME: Final = 0.75
"""How like names must be without either."""
_DAYS_NEAR: Final = 10
_REMEMBERED: Final = 4_096
"""Names of rows for which it is kept whom they are like, for each authority."""
_ANNOUNCED: Final = 120
"""Days between a decision and its announcement."""


@dataclass(frozen=True, slots=True)
class Link:
    """The fact that a row may tell of, and how sure that is."""

    fact: Json
    score: float
    verdict: Literal["same", "look"]
    disputes: bool


Pair = tuple[float, int, Json, bool]
"""How well a fact is met by the row at a place, and whether the row says something else."""


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact with what is compared of it, made once: its names bare and with their words in order."""

    row: Json
    names: frozenset[str]
    numbers: frozenset[str]

    @classmethod
    def of(cls, row: Json) -> "_Fact":
        return cls(
            row,
            frozenset(_in_order(bare(str(name))) for name in row["names"]),
            frozenset(filter(None, (_number(text) for text in row["case_numbers"]))),
        )


class _Facts:
    """The facts of one authority, found by a name like one of theirs, by a case number, and by who is acted on."""

    def __init__(self, rows: Iterable[Json]) -> None:
        self._facts = [_Fact.of(row) for row in rows]
        self._named: dict[str, list[int]] = defaultdict(list)
        self._numbered: dict[str, list[int]] = defaultdict(list)
        self._targets: dict[str, list[int]] = defaultdict(list)
        for at, fact in enumerate(self._facts):
            self._targets[str(fact.row["object"])].append(at)
            for name in fact.names:
                self._named[name].append(at)
            for number in fact.numbers:
                self._numbered[number].append(at)
        self._names = list(self._named)
        self._like: dict[str, list[int]] = {}

    def near(self, one: Entry, target: str) -> list[_Fact]:
        """Every fact whose score can reach a threshold: no way to one leads past a name, a number or the target."""
        name = _in_order(bare(one.target or ""))
        found = {*self._by_name(name), *self._targets.get(target, ())}
        if number := _number(one.case_number):
            found.update(self._numbered.get(number, ()))
        return [self._facts[at] for at in sorted(found)]

    def _by_name(self, name: str) -> list[int]:
        if name not in self._like:
            if len(self._like) >= _REMEMBERED:
                self._like.clear()
            hits = process.extract(
                name, self._names, scorer=fuzz.ratio, score_cutoff=100 * _SOME_NAME, limit=None
            )
            self._like[name] = [at for hit, _, _ in hits for at in self._named[hit]]
        return self._like[name]


class Known:
    """Facts that rows are compared with, by their authority."""

    def __init__(self, facts: Iterable[Json]) -> None:
        """Make what is compared of each fact once."""
        rows: dict[str, list[Json]] = defaultdict(list)
        for fact in facts:
            rows[str(fact["subject"])].append(fact)
        self._facts = {authority: _Facts(found) for authority, found in rows.items()}

    def pairs(self, at: int, one: Entry, target: str, *, named: bool) -> list[Pair]:
        """The facts that the row at a place may tell of."""
        facts = self._facts.get(one.authority)
        if facts is None or not named:
            return []
        scored = ((_score(one, target, fact), fact.row) for fact in facts.near(one, target))
        return [(score, at, fact, _differs(one, fact)) for score, fact in scored if score >= LOOK]


def neighbours(
    entries: Sequence[tuple[Entry, str, bool]],
    objects: Iterable[tuple[str, Sequence[str]]],
    numbered: Iterable[tuple[str, str]],
) -> tuple[list[str], list[str]]:
    """Whom an authority acted on, and its facts with a case number, as far as rows can tell of them.

    No other fact can reach a threshold, so that no more than these have to be read.
    """
    said = [(one, target) for one, target, named in entries if named]
    targets = {target for _, target in said}
    words = {_in_order(bare(one.target or "")) for one, _ in said}
    numbers = {_number(one.case_number) for one, _ in said} - {None}
    names: dict[str, set[str]] = defaultdict(set)
    near: set[str] = set()
    for id_, called in objects:
        if id_ in targets:
            near.add(id_)
        for name in called:
            names[_in_order(bare(name))].add(id_)
    choices = list(names)
    for word in words:
        hits = process.extract(word, choices, scorer=fuzz.ratio, score_cutoff=100 * _SOME_NAME, limit=None)
        near.update(id_ for hit, _, _ in hits for id_ in names[hit])
    return sorted(near), sorted({id_ for id_, number in numbered if _number(number) in numbers})


def links(entries: Sequence[tuple[Entry, str, bool]], facts: Iterable[Json]) -> dict[int, Link]:
    """By the place of an entry its fact. Entries come with the id of their target and whether it is named."""
    known = Known(facts)
    return assigned(
        pair
        for at, (one, target, named) in enumerate(entries)
        for pair in known.pairs(at, one, target, named=named)
    )


def assigned(pairs: Iterable[Pair]) -> dict[int, Link]:
    """One fact a row and one row a fact, the best first; of equal ones the row that comes first."""
    found: dict[int, Link] = {}
    taken: set[str] = set()
    for score, at, fact, differs in sorted(pairs, key=lambda pair: (-pair[0], pair[1], str(pair[2]["id"]))):
        if at in found or fact["id"] in taken:
            continue
        verdict: Literal["same", "look"] = "same" if score >= SAME else "look"
        if verdict == "same":
            taken.add(str(fact["id"]))
        found[at] = Link(fact, round(score, 3), verdict, disputes=differs)
    return found


def take(found: dict[int, Link], taken: set[str], more: Mapping[int, Link]) -> None:
    """Add what rows of one more authority tell of; a joint fact that rows of another one took stays with these."""
    for at, one in more.items():
        known, same = str(one.fact["id"]), one.verdict == "same"
        if not (same and known in taken):
            found[at] = one
        if same:
            taken.add(known)


def _score(one: Entry, target: str, known: _Fact) -> float:
    fact = known.row
    if one.relation != fact["relation"] and {one.relation, fact["relation"]} != {"FINED", "SETTLED_WITH"}:
        return 0.0
    name = _names(one, target, known)
    if name >= _SAME_CASE and _number(one.case_number) in known.numbers:
        return 1.0
    if name >= _SAME_PAGE and one.url and _plain(one.url) in {_plain(url) for url in fact["urls"] if url}:
        return 1.0
    if name < _SOME_NAME:
        return 0.0
    day, total = _days(one.date, fact["date"]), _sums(one, fact)
    if day is None:
        return 0.7 * name if total == 1.0 else 0.0
    if day > _ANNOUNCED * 3 or (day > _ANNOUNCED and total < 1.0):
        return 0.0
    near = 1.0 if day <= 10 else 0.85 if day <= 45 else 0.6 if day <= _ANNOUNCED else 0.3
    if total == 0.0:  # another sum of that very day is a dispute; near it, it may be another decision
        return SAME if day == 0 and name >= _LIKE else LOOK if day <= _DAYS_NEAR else 0.0
    return 0.45 * name + 0.3 * near + 0.25 * total


def _names(one: Entry, target: str, known: _Fact) -> float:
    if target == known.row["object"]:
        return 1.0
    mine = _in_order(bare(one.target or ""))
    return max((fuzz.ratio(mine, name) / 100 for name in known.names), default=0.0)


def _in_order(name: str) -> str:
    """A name with its words in order: compared as it is, that is what ``fuzz.token_sort_ratio`` compares."""
    return " ".join(sorted(name.split()))


def _days(mine: str | None, other: str | None) -> int | None:
    if mine is None or other is None:
        return None
    if dates.overlap(mine, other):
        return 0
    return abs((date.fromisoformat(dates.first_day(mine)) - date.fromisoformat(dates.first_day(other))).days)


def _sums(one: Entry, fact: Json) -> float:
    """1 for the same sum, by conversion too; 0.5 where one of them has none; 0 where they differ."""
    if one.sum is None or fact["amount_minor"] is None:
        return 0.8 if one.sum is None and fact["amount_minor"] is None else 0.5
    if one.sum.currency == fact["currency"]:
        return 1.0 if one.sum.minor == fact["amount_minor"] else 0.0
    mine = to_euro(one.sum, one.date).minor
    theirs = to_euro(Money(fact["amount_minor"], fact["currency"]), fact["date"]).minor
    if mine is None or theirs is None:
        return 0.5
    return 1.0 if abs(mine - theirs) <= _NEAR_EURO * max(mine, theirs) else 0.0


def _differs(one: Entry, fact: Json) -> bool:
    """Whether a row says something else of the sum or the day."""
    if one.sum is not None and fact["amount_minor"] is not None and _sums(one, fact) == 0.0:
        return True
    return one.date is not None and fact["date"] is not None and not dates.overlap(one.date, fact["date"])


def _plain(url: str) -> str:
    """An address without what makes no other page: scheme, leading ``www.``, fragment, tracking, sign at the end."""
    bare_url = re.sub(r"^https?://(?:www\.)?|#.*$", "", url.strip(), flags=re.IGNORECASE).casefold()
    path, _, query = bare_url.partition("?")
    kept = sorted(part for part in query.split("&") if part and not _TRACKING.match(part))
    return path.rstrip("/") + (f"?{'&'.join(kept)}" if kept else "")


def _number(text: str | None) -> str | None:
    """A case number by its letters and digits: PS/00120/2021 is PS-00120-2021; one without two digits is none."""
    plain = re.sub(r"[^0-9a-z]", "", fold(text)) if text else ""
    return plain if len(plain) > 3 and sum(char.isdigit() for char in plain) > 1 else None
