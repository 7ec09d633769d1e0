"""From an understanding to what is read from the graph, and the conditions that are checked on the rows."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from app.ask.lexicon import OF_A_STATE
from app.ask.names import Entity, Index
from app.ask.topics import of_articles, patterns
from app.ask.understanding import Named, Place, Understanding
from graph.reads.ask import Key, Order, Wanted
from graph.reads.groups import together
from graph.vocabulary import RELATIONS

Row = Mapping[str, Any]

_STATUSES: Final[Mapping[str, Mapping[str, Any]]] = {
    "stands": {"asked_standing": [1, -1]},
    "fallen": {"asked_standing": [0]},
    "annulled": {"asked_stages": ["annulled"]},
    "under_appeal": {"asked_statuses": ["under_appeal"]},
    "final": {"asked_statuses": ["final"]},
    "reduced": {"asked_stages": ["reduced"]},
    "increased": {"asked_stages": ["increased"]},
    "unpaid": {"asked_stages": ["unpaid"], "asked_lacking": ["paid"]},
    "paid": {"asked_stages": ["paid"]},
    "settled": {"asked_stages": ["settled"]},
    "withdrawn": {"asked_statuses": ["withdrawn"]},
    "upheld": {"asked_stages": ["upheld"]},
    "suspended": {"asked_stages": ["suspended"]},
    "remitted": {"asked_stages": ["remitted"]},
    "reinstated": {"asked_stages": ["reinstated"]},
    "proposed": {"asked_stages": ["proposed"]},
    "pending": {"asked_statuses": ["pending"]},
    "won": {"asked_stages": ["annulled", "reduced", "remitted"]},
    "lost": {"asked_stages": ["upheld", "reinstated"]},
}
"""What a condition on the status asks of the graph; others are none."""

_CAME_TO: Final[Mapping[str, tuple[str, ...]]] = {
    "final": ("final",), "withdrawn": ("withdrawn",), "under_appeal": ("appealed",), "appealed": ("appealed",), "fallen": ("annulled", "withdrawn", "remitted"),
}  # fmt: skip
"""Stages by which a decision came to a status that is no stage of its own."""


def stages_of(status: Sequence[str]) -> frozenset[str]:
    """The stages by which a decision came to what is asked of its status."""
    return frozenset(
        stage
        for name in status
        for stage in (_CAME_TO.get(name) or _STATUSES.get(name, {}).get("asked_stages", ()))
    )


INSTEAD: Final = (
    "FINED",
    "ORDERED",
    "REPRIMANDED",
    "SUED",
    "SETTLED_WITH",
    "PROPOSED_FINE",
    "FOUND_BREACH",
    "INVESTIGATED",
)
"""What there may be between two parties where there is not what was asked for."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a caller narrows every answer to: filters of the list of facts, and a party in any role."""

    filters: Wanted = field(default_factory=Wanted)
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What is read: conditions, the parties to start from, and the order."""

    wanted: Wanted
    parties: list[str] | None
    key: Key = "date_key"
    order: Order = "desc"


def query(asked: Understanding, index: Index, bounds: Bounds, *, status: bool = True) -> Query:
    """The reading that answers a question; without ``status`` whatever became of it."""
    subjects, objects = _ids(asked.subjects), _ids(asked.objects)
    parties = _ids(asked.parties[:1])
    if objects is not None and _platforms_only(objects, index) and _decision(asked):
        # Of a platform that is no firm, the facts about it are those in which it takes part.
        parties, objects = objects, None
    countries, acting = _where(asked, index)
    if acting is not None:
        subjects = acting if subjects is None else [id_ for id_ in subjects if id_ in set(acting)]
    if asked.office is not None:
        office = [id_ for id_ in index.offices if _in_office(index.by_id[id_], asked.office)]
        subjects = office if subjects is None else [id_ for id_ in subjects if id_ in set(office)]
    wanted = replace(
        bounds.filters,
        asked_relations=list(asked.relations) or None,
        asked_subjects=subjects,
        asked_objects=objects,
        asked_countries=countries,
        asked_laws=_ids(asked.laws),
        asked_article=_article(asked, index),
        asked_topics=[one for one in patterns(asked.topics) if one not in of_articles(asked.topics)] or None,
        asked_day_from=max((one.day_from for one in asked.times if one.day_from), default=None),
        asked_day_to=min((one.day_to for one in asked.times if one.day_to), default=None),
        asked_currency=asked.bound.currency if asked.bound else None,
        asked_amount_min=asked.bound.low if asked.bound and not asked.bound.own else None,
        asked_amount_max=asked.bound.high if asked.bound and not asked.bound.own else None,
        valid_on=_day(asked, bounds),
        bounds=_bounds(asked, index),
    )
    if status:
        wanted = _with_status(wanted, asked.status)
    key, order = _order(asked)
    return Query(wanted, parties, key, order)


def _in_office(one: Entity, office: str) -> bool:
    """Whether an authority is of a kind, or one of a state, a province or another part of a country."""
    return "-" in (one.country or "") if office == OF_A_STATE else office in (one.office or "")


def _bounds(asked: Understanding, index: Index) -> list[dict[str, Any]] | None:
    """Members of the groups of whom it names that belonged for a time only, with that time."""
    named = [*asked.subjects, *asked.objects, *asked.parties]
    whole = together(index.whole(id_) for one in named for id_ in one.carriers)
    return list(whole.bounds) or None


def _day(asked: Understanding, bounds: Bounds) -> str | None:
    """The day on which it is to hold; a question may go further back than its caller, never further on."""
    return min((day for day in (asked.valid_on, bounds.filters.valid_on) if day), default=None)


def _with_status(wanted: Wanted, status: Sequence[str]) -> Wanted:
    for name in status:
        wanted = replace(wanted, **_STATUSES.get(name, {}))
    return wanted


def _order(asked: Understanding) -> tuple[Key, Order]:
    if asked.top is None:
        return "date_key", "desc"
    by, order = asked.top
    return "eur_key" if by == "amount" else "date_key", "asc" if order == "asc" else "desc"


def _ids(named: Sequence[Named]) -> list[str] | None:
    return list(dict.fromkeys(id_ for one in named for id_ in one.ids)) if named else None


def _platforms_only(ids: list[str], index: Index) -> bool:
    return all(index.by_id[id_].kind == "platform" for id_ in ids)


def _decision(asked: Understanding) -> bool:
    return bool(asked.relations) and RELATIONS[asked.relations[0]].topic == "decision"


def _where(asked: Understanding, index: Index) -> tuple[list[str] | None, list[str] | None]:
    """Countries, or authorities where a state or the outside of a region is meant."""
    if not asked.places or unplaced(asked):
        return None, None
    codes = _within(asked.places, index)
    if all(len(code) == 2 for code in codes):
        return sorted(codes), None
    by_authority = not asked.relations or all(
        RELATIONS[name].subjects == ("regulator",) for name in asked.relations
    )
    if by_authority:
        return None, list(index.authorities(frozenset(codes)))
    return sorted(codes), None


def unplaced(asked: Understanding) -> bool:
    """Whether the relation is one that no authority of a place does: then the place is that of whoever takes part."""
    return bool(asked.places) and asked.relations == ("COMPLAINED_ABOUT",)


def _within(wanted: Sequence[Place], index: Index) -> set[str]:
    """The codes of all places, without those that are left out: "in Europe outside Ireland", "outside the EU"."""
    inside = {code for place in wanted if not place.outside for code in place.codes}
    outside = {code for place in wanted if place.outside for code in place.codes}
    if inside:
        return inside - outside
    everywhere = {(index.by_id[id_].country or "")[:2] for id_ in index.offices}
    return everywhere - {code[:2] for code in outside} - {""}


def _article(asked: Understanding, index: Index) -> str | None:
    """A whole article as records write it, its paragraphs taken in."""
    if asked.article is None:
        return None
    numbers = (asked.article, *asked.more_articles) if asked.any_article else (asked.article,)
    return article_pattern(numbers, asked, index)


def article_pattern(numbers: Sequence[str], asked: Understanding, index: Index) -> str:
    """What an article that is one of these must look like."""
    law = index.by_id[asked.laws[0].ids[0]].short if asked.laws else None
    head = f"{re.escape(law)} " if law else "(?:.* )?"
    written = "|".join(re.escape(number) for number in numbers)
    return rf"(?i){head}(?:(?:Art\.|s\.) ?)?(?:{written})(?:\(.*)?"


def by_graph(asked: Understanding, bounds: Bounds) -> bool:
    """Whether the graph itself checks all conditions, so that it can count and add up."""
    own = (
        asked.together, asked.sectors, asked.target_kinds, asked.target_places, asked.excluded, asked.parties[1:], asked.roles,
        "appealed" in asked.status, asked.courts, asked.more_articles, asked.bound and asked.bound.own, of_articles(asked.topics), bounds.party, asked.about, asked.repeated, asked.unlike, asked.asked_kinds,
    )  # fmt: skip
    return not any(own)
