"""From the claims between two parties to the facts that they give. Pure."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, Final

from graph.model import FactRow, PartyRow, StageRow
from graph.money import Money
from graph.vocabulary import LATER, RELATIONS, STAGES
from seed.resolve.cluster import Event, Known, Witness, cluster

Json = Mapping[str, Any]

GONE: Final = "no longer in the records"
"""Why a fact of the records was withdrawn; what machines say of it is then a fact of its own."""


@dataclass(frozen=True, slots=True)
class Group:
    """One relation between two parties: its current claims of machines, and the facts that stand there now."""

    relation: str
    subject: str
    object: str
    claims: Sequence[Json]
    facts: Sequence[Json]


@dataclass(frozen=True, slots=True)
class Link:
    """Where a claim belongs: a fact that it supports or disputes, or none while a person has to say.

    An appeal or ruling is a fact also while nobody can tell what it changes: then it is unsure as well.
    """

    claim: str
    fact: str | None
    stance: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a group gives: facts to write, facts that are no more, and the place of every claim."""

    facts: list[FactRow]
    obsolete: list[str]
    links: list[Link]

    def losing(self, facts: AbstractSet[str]) -> "Resolved":
        """The same, with the claims of these facts marked as unsure."""
        links = [replace(one, unsure=True) if one.fact in facts else one for one in self.links]
        return replace(self, links=links)


def resolve(group: Group, country: str | None) -> Resolved:
    """Facts of a group of claims; ``country`` is where the acting authority sits."""
    curated = [
        Known(row["id"], _money(row), row["date"], frozenset(row["about"]))
        for row in group.facts
        if not row["derived"] and row["withdrawn_reason"] != GONE
    ]
    witnesses = {row["claim"]: row for row in group.claims}
    events, unsure = cluster((_witness(row, group.relation) for row in group.claims), curated)
    names = _names(group, [event for event in events if event.fact is None])
    facts: list[FactRow] = []
    links = [Link(claim, None, "SUPPORTS", unsure=True) for claim in unsure]
    for event in events:
        id_ = event.fact or names[event]
        if event.fact is None:
            facts.append(_fact(id_, group, event, [witnesses[claim] for claim in event.supports], country))
        links += [Link(claim, id_, "SUPPORTS", unsure=False) for claim in event.supports]
        links += [Link(claim, id_, "DISPUTES", unsure=False) for claim in event.disputes]
    kept = {fact.id for fact in facts}
    obsolete = sorted(
        row["id"] for row in group.facts if row["derived"] and not row["withdrawn"] and row["id"] not in kept
    )
    return Resolved(facts, obsolete, links)


def _money(row: Json) -> Money | None:
    return Money(row["amount_minor"], row["currency"]) if row["amount_minor"] and row["currency"] else None


def _witness(row: Json, relation: str) -> Witness:
    return Witness(
        row["claim"],
        row["source"],
        _money(row),
        row["date"],
        row["published"],
        row["accepted"],
        row["founds"],
        _target(row) if relation in LATER else None,
        inferred=row["inferred"] and RELATIONS[relation].topic != "decision",
    )


def _target(row: Json) -> str | None:
    """Whom an appeal or ruling is about, as the claim has it."""
    return next((role.partition("=")[2] for role in row["roles"] or () if role.startswith("target=")), None)


def _names(group: Group, events: Sequence[Event]) -> dict[Event, str]:
    """A readable id for each event: who, what, whom, which year; numbered where a year has several."""
    names: dict[Event, str] = {}
    for event in sorted(
        events, key=lambda one: (one.date or "9999", one.sum.minor if one.sum else 0, one.supports)
    ):
        year = event.date[:4] if event.date else "undated"
        what = group.relation.lower().replace("_", "-")
        about = f".{event.about}" if event.about and event.about != group.subject else ""
        stem = f"{group.subject}.{what}.{group.object}{about}.{year}"
        taken = sum(1 for name in names.values() if name == stem or name.startswith(f"{stem}."))
        names[event] = f"{stem}.{taken + 1}" if taken else stem
    return names


def _fact(id_: str, group: Group, event: Event, rows: Sequence[Json], country: str | None) -> FactRow:
    opening = next(iter(RELATIONS[group.relation].opening), None)
    roles = sorted({tuple(role.split("=", 1)) for row in rows for role in row["roles"] or ()})
    sum_ = event.sum
    # What no text dates was so when the first text told of it.
    until = (
        min((row["published"] for row in rows if row["published"]), default=None)
        if event.date is None
        else None
    )
    return FactRow(
        id=id_,
        relation=group.relation,
        subject=group.subject,
        object=group.object,
        date=event.date,
        until=until,
        country=country,
        amount_minor=sum_.minor if sum_ else None,
        currency=sum_.currency if sum_ else None,
        status=STAGES[opening].status
        if opening
        else "pending"
        if RELATIONS[group.relation].pending
        else None,
        stages=(StageRow(opening, event.date, until=until),) if opening else (),
        parties=tuple(PartyRow(entity, role) for role, entity in roles if entity != group.subject),
        articles=tuple(sorted({article for row in rows for article in row["articles"] or ()})),
        derived=True,
        concerns=f"{group.object}|{event.about}" if event.about else None,
    )
