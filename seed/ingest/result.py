"""What a document brought, as the one who gave it wants to know. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from graph.model import ClaimRow
from seed.ingest.facts.derive import Resolved
from seed.ingest.identity.candidates import Similar


@dataclass(frozen=True, slots=True)
class Ingested:
    """What a document brought.

    ``new`` and ``confirmed`` are ids of facts; ``disputed`` are facts that it contradicts; ``unsure`` are claims that a
    person has to place; ``unchanged`` is true where the very same text was there already. ``entities`` are
    those that nobody knew before, and ``similar`` what others they may be; ``unread`` says what was not read, and why.
    ``ways`` are all by which the text came so far, ``new_way`` whether it came another way this time.
    """

    document: str
    unchanged: bool
    claims: int
    new: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    similar: tuple[Similar, ...] = ()
    unread: str | None = None
    ways: tuple[str, ...] = ()
    new_way: bool = False


def together(parts: Sequence[Ingested]) -> Ingested:
    """What a document brought that was written in parts; a fact that one of them brought is new."""
    first, last = parts[0], parts[-1]
    if len(parts) == 1:
        return first
    new = {id_ for one in parts for id_ in one.new}
    return replace(
        last,
        unchanged=all(one.unchanged for one in parts),
        claims=sum(one.claims for one in parts),
        new=tuple(sorted(new)),
        confirmed=tuple(sorted({id_ for one in parts for id_ in one.confirmed} - new)),
        disputed=tuple(sorted({id_ for one in parts for id_ in one.disputed})),
        unsure=tuple(sorted({id_ for one in parts for id_ in one.unsure})),
        entities=tuple(sorted({id_ for one in parts for id_ in one.entities})),
        new_way=first.new_way,
    )


def summary(
    id_: str,
    claims: Sequence[ClaimRow],
    resolved: Sequence[Resolved],
    later: Collection[str],
    entities: Collection[str],
) -> Ingested:
    """What one document brought; ``later`` are claims of those after it that were written together with it."""
    own = {claim.id for claim in claims}
    witnesses: dict[str, set[str]] = {}
    disputed: set[str] = set()
    unsure: list[str] = []
    for place in (place for one in resolved for place in one.links):
        if place.fact is not None and place.claim not in later:
            witnesses.setdefault(place.fact, set()).add(place.claim)
        if place.claim in own and place.unsure:
            unsure.append(place.claim)
        if place.claim in own and place.stance == "DISPUTES" and place.fact:
            disputed.add(place.fact)
    derived = {fact.id for one in resolved for fact in one.facts}
    told = {fact for fact, claims_ in witnesses.items() if claims_ & own} - disputed
    new = {fact for fact in told & derived if witnesses[fact] <= own}
    return Ingested(
        id_,
        unchanged=False,
        claims=len(claims),
        new=tuple(sorted(new)),
        confirmed=tuple(sorted(told - new)),
        disputed=tuple(sorted(disputed)),
        unsure=tuple(sorted(unsure)),
        entities=tuple(sorted(entities)),
    )
