"""Entities and their neighbours, as they are answered."""

from typing import Literal

from app.schemas.parts import Cypher, EntityRef, GroupTotals, List, Schema


class EntityItem(EntityRef):
    """An entity in a list; `facts` counts its parts in facts."""

    aliases: list[str]
    acronym: str | None
    website: str | None
    unregistered: bool
    facts: int


class EntityList(List):
    """A page of entities."""

    items: list[EntityItem]


class Owned(Schema):
    """An owner or operator, or what is owned or operated; from when and until when, where that is known."""

    relation: Literal["SUBSIDIARY_OF", "OPERATED_BY"]
    since: str | None
    until: str | None
    entity: EntityRef


class Entity(EntityItem):
    """An entity's profile; `details` holds what its kind declares (main law, short name, seat …).

    `merged` are the ids of those that were judged to be the same: they redirect here.
    """

    group: bool
    note: str | None
    unsourced: bool
    details: dict[str, str]
    owners: list[Owned]
    owned: list[Owned]
    group_totals: GroupTotals | None
    merged: list[str]
    cypher: Cypher


class Neighbour(Schema):
    """An entity that shares facts with another; `fined_eur` is the sum of the fines between the two."""

    entity: EntityRef
    relations: list[str]
    facts: int
    fined_eur: float
    last: str | None


class NeighbourList(List):
    """A page of neighbours, those with the largest fines between them first."""

    items: list[Neighbour]
