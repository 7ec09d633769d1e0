"""From drafts to claims: parties named, sums and dates settled, passages quoted, repetitions folded."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from graph.vocabulary import RELATIONS
from seed.extract.candidates.candidate import Draft, Scene
from seed.extract.claims import amounts
from seed.extract.claims.sections import Lead
from seed.extract.coreference.actor import Actor
from seed.extract.scope import modality, sums
from seed.extract.scope.earlier_decisions import later
from seed.extract.text.tokens import fold
from seed.extract.text.view import View
from seed.extract.types import Claim, Party, Sum, When
from seed.extract.values.articles import articles

_ORDER: Final = (
    "company",
    "platform",
    "public_body",
    "ngo",
    "person",
    "media",
    "regulator",
    "court",
    "country",
)
_MUTUAL: Final = frozenset(name for name, kind in RELATIONS.items() if kind.symmetric)
_TAKEN_BACK: Final = frozenset({"withdraw", "rescind", "revoke", "drop", "abandon", "retract"})
_TOGETHER: Final = frozenset({"FINED", "ORDERED", "REPRIMANDED"})
"""What one decision may hold at once."""
_PAYMENTS: Final = frozenset({"fined-pay", "fined-window-must-pay"})
_BRANDS: Final = frozenset({"company", "platform", "public_body", "media"})


@dataclass(frozen=True, slots=True)
class Found:
    """A claim before repetitions are folded; ``explicit`` counts how much of it its own sentence says.

    ``features`` are what a decision about it rests on, ``rules`` those that told it, ``times`` how often they did.
    """

    claim: Claim
    explicit: int
    sentence: int = -1
    draft: Draft | None = None
    features: Mapping[str, float] = field(default_factory=dict[str, float])
    rules: frozenset[str] = frozenset()
    times: int = 1


def assemble(scene: Scene, drafts: list[Draft], lead: Lead, seen: View, offset: int) -> list[Found]:
    """The claims of one sentence's drafts."""
    found: list[Found] = []
    for draft in drafts:
        draft.money = amounts.sum_of(scene, draft)
        amounts.qualify(scene, draft)
        found += _claims(scene, draft, lead, seen, offset)
    return found


def _claims(scene: Scene, draft: Draft, lead: Lead, seen: View, offset: int) -> list[Found]:
    if draft.subject is None or draft.object is None:
        return []
    if draft.relation == "SCRAPED":
        draft.object = _as_platform(scene, draft.object)
    relation = RELATIONS[draft.relation]
    subject = party(draft.subject, draft.object, relation.subjects)
    obj = party(draft.object, draft.subject, relation.objects)
    if subject is None or obj is None:
        return []
    dated = amounts.date_of(scene, draft, lead)
    mention = next(
        (m for m in scene.reading.mentions if dated and m.sort == "date" and m.text == dated[1]), None
    )
    start, end = amounts.quote_span(scene, draft, mention)
    first, last = seen.source(start, end)
    whole = scene.reading.sentence.text
    claim = Claim(
        draft.relation, subject, obj, draft.modality,
        "", first + offset, last + offset,
        draft.rule, _sum(draft), When(*dated) if dated else None, articles(whole, seen.text), _roles(draft),
        stage=_stage(scene, draft),
    )  # fmt: skip
    explicit = (
        draft.subject.explicit + draft.object.explicit + (draft.money is not None) + bool(dated and dated[1])
    )
    results = [Found(claim, explicit, scene.index, draft)]
    if (draft.relation == "FINED" and draft.modality == "proposed") or (
        draft.relation == "FINED" and draft.modality == "asserted" and not draft.final and _proposal(scene)
    ):
        results = [
            Found(replace(claim, modality="proposed"), explicit, scene.index, draft),
            Found(
                replace(claim, relation="PROPOSED_FINE", modality="asserted"), explicit, scene.index, draft
            ),
        ]
    return results


def _stage(scene: Scene, draft: Draft) -> str | None:
    """``withdrawn`` where whoever decided took it back: "withdrew its fine"."""
    word = amounts.word_at(scene.tree, draft.token) if scene.words else None
    top = later(word)
    if draft.relation == "APPEALED" and word is not None and word.dep == "dobj":
        top = word.head
    return "withdrawn" if top is not None and top.lemma in _TAKEN_BACK else None


def _roles(draft: Draft) -> tuple[tuple[str, Party], ...]:
    found = ((role, party(actor, actor)) for role, actor in draft.roles)
    return tuple((role, named) for role, named in found if named is not None)


def _proposal(scene: Scene) -> bool:
    """Whether the sentence speaks of a notice of intent and of nothing imposed besides."""
    text = scene.reading.sentence.text
    return sums.is_proposal(text) and not any(
        word in scene.reading.lower
        for word in ("fined", "imposed", "reduced", "final", "after", "down", "instead")
    )


def party(actor: Actor, other: Actor, allowed: tuple[str, ...] = _ORDER) -> Party | None:
    """The party that an actor is, of a kind that the vocabulary allows there; ``None`` where it allows none.

    A class of plaintiffs gets an id of its own from whom it stands against.
    """
    if actor.id == "plaintiffs":
        named = Party(actor.name, f"plaintiffs-v-{other.id}", "person", actor.text, registered=False)
        return named if "person" in allowed else None
    kind = next((k for k in _ORDER if k in actor.kinds and k in allowed), None)
    return Party(actor.name, actor.id, kind, actor.text, actor.known) if kind else None


def _as_platform(scene: Scene, actor: Actor) -> Actor:
    """The service of the same name as a firm, where it is the service that is meant ("scraped from YouTube")."""
    for entry in scene.discourse.gazetteer.entries.values():
        if entry.kind == "platform" and fold(entry.name) == fold(actor.text):
            return replace(actor, id=entry.id, name=entry.name, kinds=frozenset({"platform"}), known=True)
    return replace(actor, kinds=frozenset({"platform"})) if not actor.known else actor


def _sum(draft: Draft) -> Sum | None:
    mention = draft.money
    if (
        mention is None
        or mention.money is None
        or mention.money.vague
        or draft.relation not in amounts.WITH_SUM
    ):
        return None
    currency = mention.money.read_in(draft.subject.place if draft.subject else None)
    return Sum(_plain(mention.money.amount), currency, mention.text)


def _plain(amount: Decimal) -> Decimal:
    whole = amount.to_integral_value()
    return whole if whole == amount else amount.normalize()


def finish(found: list[Found], text: str) -> list[Found]:
    """The candidates of a document in order, each fact once, with its quote cut from the text."""
    told: dict[tuple[str, ...], list[Found]] = {}
    for one in sorted(found, key=lambda f: (f.claim.start, f.claim.end)):
        alike = told.setdefault(_triple(one.claim), [])
        at = next((i for i, other in enumerate(alike) if _agree(other.claim, one.claim)), None)
        if at is None:
            alike.append(one)
        else:
            alike[at] = _fold(alike[at], one)
    _drop_settled(told)
    kept = sorted(
        (one for alike in told.values() for one in alike), key=lambda f: (f.claim.start, f.claim.end)
    )
    kept = _dated_together(kept)
    names = _brand_names(kept)
    named = [
        replace(
            f,
            claim=replace(
                f.claim,
                quote=text[f.claim.start : f.claim.end],
                subject=_named(f.claim.subject, names),
                object=_named(f.claim.object, names),
            ),
        )
        for f in kept
    ]
    return sorted(named, key=lambda f: _position(f.claim))


def _dated_together(found: list[Found]) -> list[Found]:
    """Give an undated decision the day of the others between the same two, where these have one day only."""
    days: dict[tuple[str, str], dict[str, When]] = {}
    for one in found:
        if _is_decided(one.claim) and one.claim.when is not None:
            days.setdefault((one.claim.subject.id, one.claim.object.id), {})[one.claim.when.date] = (
                one.claim.when
            )
    dated: list[Found] = []
    for one in found:
        own = days.get((one.claim.subject.id, one.claim.object.id), {})
        lone = next(iter(own.values())) if len(own) == 1 else None
        shared = lone is not None and one.claim.when is None and _is_decided(one.claim)
        when = When(lone.date, "") if lone is not None and shared else one.claim.when
        dated.append(replace(one, claim=replace(one.claim, when=when)))
    return dated


def _is_decided(claim: Claim) -> bool:
    return claim.relation in _TOGETHER and claim.modality == modality.ASSERTED and claim.stage is None


def _position(claim: Claim) -> tuple[int, int, str, str, str]:
    return claim.start, claim.end, claim.relation, claim.subject.id, claim.object.id


def _drop_settled(told: dict[tuple[str, ...], list[Found]]) -> None:
    """Take away the fines that are only the payments of a settlement: the same parties and the same sum."""
    settled = {
        (frozenset({f.claim.subject.id, f.claim.object.id}), f.claim.sum.amount)
        for alike in told.values()
        for f in alike
        if f.claim.relation == "SETTLED_WITH" and f.claim.modality == "asserted" and f.claim.sum
    }
    for alike in told.values():
        alike[:] = [
            f
            for f in alike
            if f.claim.rule not in _PAYMENTS
            or f.claim.sum is None
            or (frozenset({f.claim.subject.id, f.claim.object.id}), f.claim.sum.amount) not in settled
        ]


def _triple(claim: Claim) -> tuple[str, ...]:
    """What two claims that tell the same share: relation, modality and parties, in either order where both act."""
    pair = (claim.subject.id, claim.object.id)
    return (claim.relation, claim.modality, *(sorted(pair) if claim.relation in _MUTUAL else pair))


def _agree(one: Claim, other: Claim) -> bool:
    """Whether two claims of the same triple name no two different sums."""
    return one.sum is None or other.sum is None or _close(one.sum, other.sum)


def _close(one: Sum, other: Sum) -> bool:
    return one.currency != other.currency or abs(one.amount - other.amount) <= Decimal("0.02") * max(
        one.amount, other.amount
    )


def _fold(one: Found, other: Found) -> Found:
    """The better told of two, with what only the other one has."""
    best, rest = (other, one) if _rank(other) > _rank(one) else (one, other)
    when = best.claim.when
    if when is None or (rest.claim.when is not None and not when.text and rest.claim.when.text):
        when = rest.claim.when or when
    claim = replace(
        best.claim, sum=best.claim.sum or rest.claim.sum, when=when, roles=best.claim.roles or rest.claim.roles,
        articles=best.claim.articles or rest.claim.articles,
    )  # fmt: skip
    return replace(
        best,
        claim=claim,
        explicit=max(one.explicit, other.explicit),
        sentence=-1,
        rules=one.rules | other.rules,
        times=one.times + other.times,
    )


def _rank(found: Found) -> tuple[bool, int]:
    return found.claim.sum is not None, found.explicit


def _brand_names(found: list[Found]) -> dict[str, str]:
    """How the text writes each known company: its most frequent form among those with a capital."""
    written: dict[str, Counter[str]] = {}
    for one in found:
        for side in (one.claim.subject, one.claim.object):
            if (
                side.kind in _BRANDS
                and side.registered
                and (side.text[:1].isupper() or side.text[:1].isdigit())
                and not side.text.split()[-1].islower()
                and side.text.split()[0] not in {"The", "Its", "Their", "It", "They"}
            ):
                written.setdefault(side.id, Counter())[side.text] += 1
    return {identifier: forms.most_common(1)[0][0] for identifier, forms in written.items()}


def _named(side: Party, names: dict[str, str]) -> Party:
    return replace(side, name=names.get(side.id, side.name))
