"""Later stages: which decision an appeal or a ruling is about, and what it does to it. Pure.

A ruling names the body whose decision it is about, seldom the firm, and hardly ever the decision. The firm is taken
from the rest of the document, the decision from what stands between that body and that firm. Where that leaves none or
several, nothing is changed and a person is asked.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph import dates
from graph.errors import InvalidInput
from graph.model import StageRow
from graph.money import Money, money
from graph.vocabulary import DECISIONS, LATER, RELATIONS, RULINGS
from seed.extract.types import Claim, Extraction, Party
from seed.extract.values.money import find
from seed.resolve.agreement import dates_agree, sums_agree, sums_convert

_TARGETS: Final = frozenset({"company", "platform", "person", "media", "public_body"})
_NAMED: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(rf"\b(?:{'|'.join(kind.nouns)})\b", re.IGNORECASE)
    for name, kind in RELATIONS.items()
    if kind.nouns
}
"""Words for a kind of decision; "decision" and "ruling" stand for any."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A fact that a later one may be about. ``stages`` are those of its record, where it is ``curated``."""

    id: str
    relation: str
    date: str | None
    sum: Money | None
    curated: bool = False
    stages: tuple[StageRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Later:
    """An appeal or a ruling: the words of its claims, and the facts that their documents tell of beside it.

    ``by`` is who ruled, or whom an appeal went to; ``published`` the day of the first document; ``accepted`` whether a
    person has accepted one of its claims.
    """

    id: str
    relation: str
    by: str | None = None
    date: str | None = None
    published: str | None = None
    accepted: bool = False
    quotes: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()

    @property
    def known(self) -> str | None:
        """The latest day on which it can have happened, as far as that is known."""
        return self.date or self.published


def concerned(extraction: Extraction) -> Extraction:
    """The extraction with, for each appeal and ruling, whom the decision at issue is about (role ``target``).

    A date that is only that of the document is taken away from rulings, and from decisions in the same text: news of an
    annulment does not date the fine.
    """
    later = [claim for claim in extraction.claims if claim.relation in LATER and claim.modality == "asserted"]
    if not later:
        return extraction
    bodies = {claim.object.id for claim in later} | {claim.subject.id for claim in later}
    told = [
        claim for claim in extraction.claims if claim.relation in DECISIONS and claim.modality == "asserted"
    ]
    targets: dict[int, Party] = {}
    # Appeals and rulings on rulings come last: what they are about is what the first ruling is about.
    for claim in sorted(later, key=lambda one: (one.object.kind == "court", one.start, one.end)):
        party = _target(claim, told, [(one, targets.get(id(one))) for one in later])
        if party is not None:
            targets[id(claim)] = party
    return replace(
        extraction,
        claims=tuple(
            _with(_undated(claim), targets.get(id(claim)))
            if claim.relation in LATER or (claim.relation in DECISIONS and claim.subject.id in bodies)
            else claim
            for claim in extraction.claims
        ),
    )


def aim(later: Later, decisions: Sequence[Decision]) -> tuple[str, ...]:
    """The facts that it changes: one, or one of each kind that its words name; none where several are as likely."""
    fitting = [one for one in decisions if _in_time(later, one)]
    kinds = {kind for quote in later.quotes for kind, words in _NAMED.items() if words.search(quote)}
    if kinds:
        fitting = [one for one in fitting if one.relation in kinds]
    sums = [found for quote in later.quotes for found in _sums(quote)]
    if sums:
        exact = [one for one in fitting if _agrees(one, sums)]
        fitting = exact or [one for one in fitting if one.sum is None]
    groups: dict[str, list[Decision]] = {}
    for one in fitting:
        groups.setdefault(one.relation if kinds else "", []).append(one)
    chosen: list[Decision] = []
    for group in groups.values():
        alone = group if len(group) == 1 else [one for one in group if one.id in later.told]
        if len(alone) != 1:
            return ()
        chosen += alone
    # What people wrote down is not changed by what only a machine has read, unless it says the same.
    if any(one.curated and not later.accepted and agreeing(later, one.stages) is None for one in chosen):
        return ()
    return tuple(sorted(one.id for one in chosen))


def agreeing(later: Later, stages: Sequence[StageRow]) -> int | None:
    """The position of the recorded stage that is this very event, if there is one."""
    names = RELATIONS[later.relation].recorded_as
    for position, stage in enumerate(stages):
        same_body = stage.by is None or later.by is None or stage.by == later.by
        if stage.stage in names and same_body and dates_agree(later.date, stage.date):
            return position
    return None


def _undated(claim: Claim) -> Claim:
    return claim if claim.when is None or claim.when.text else replace(claim, when=None)


def _with(claim: Claim, target: Party | None) -> Claim:
    if target is None or "target" not in RELATIONS[claim.relation].roles:
        return claim
    roles = tuple((role, party) for role, party in claim.roles if role != "target")
    return replace(claim, roles=(*roles, ("target", target)))


def _target(claim: Claim, told: Sequence[Claim], later: Sequence[tuple[Claim, Party | None]]) -> Party | None:
    """Whom the decision is about: who is named, else who appeals, else the only one whom the text tells of."""
    named = next((party for role, party in claim.roles if role == "target"), None)
    if named is not None:
        return named
    if claim.relation == "APPEALED" and claim.subject.kind in _TARGETS:
        return claim.subject
    body = claim.object.id
    cast: list[tuple[Claim, Party]] = [(one, one.object) for one in told if one.subject.id == body]
    cast += [(one, party) for one, party in later if party is not None and _decides(one, body)]
    near = {party.id: party for one, party in cast if one.start < claim.end and claim.start < one.end}
    every = {party.id: party for _, party in cast}
    return next((next(iter(found.values())) for found in (near, every) if len(found) == 1), None)


def _decides(claim: Claim, body: str) -> bool:
    """Whether an appeal or ruling shows whom a body decided about: it was appealed from it, or is its own ruling."""
    return claim.object.id == body or (claim.relation in RULINGS and claim.subject.id == body)


def _in_time(later: Later, decision: Decision) -> bool:
    if later.id == decision.id:
        return False
    if later.known is None or decision.date is None:
        return True
    return dates.first_day(decision.date) <= dates.last_day(later.known)


def _sums(quote: str) -> list[Money]:
    sums: list[Money] = []
    for found in find(quote):
        try:
            sums.append(money(round(found.amount, 2), found.currency))
        except InvalidInput:
            continue
    return sums


def _agrees(decision: Decision, sums: Collection[Money]) -> bool:
    own = decision.sum
    return own is not None and any(
        sums_agree(one, own) or sums_convert(one, own, decision.date) for one in sums
    )
