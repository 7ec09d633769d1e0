"""Relation kinds: who can do what to whom, in which words, and with which life cycle.

Each kind is declared once; constraints, validation, OpenAPI enums, docs tables and the extractor's allowed
triples are derived from it.
"""

from dataclasses import dataclass
from typing import Final, Literal

from graph.vocabulary.kinds import BODIES

Topic = Literal["decision", "proceeding", "ruling", "contact", "business"]

_TARGETS: Final = ("company", "public_body", "person", "ngo", "media", "platform")
_DECIDED: Final = ("imposed",)


@dataclass(frozen=True, slots=True)
class RelationKind:
    """One kind of relation between a subject and an object.

    ``opening`` names the stages of which one must open the life cycle (empty: it may have none); ``stages`` are
    all that may occur. ``roles`` are the third parties it may name. ``changes`` is true where it changes another fact.
    """

    name: str
    forward: str
    backward: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    topic: Topic
    description: str
    symmetric: bool = False
    money: bool = False
    changes: bool = False
    opening: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


_LATER: Final = (
    "appealed", "suspended", "reduced", "increased", "upheld", "annulled", "remitted", "reinstated", "withdrawn",
    "settled", "final", "paid", "unpaid", "closed",
)  # fmt: skip
_DECISION: Final = ("proposed", "imposed", *_LATER)
_SUIT: Final = tuple(stage for stage in _LATER if stage not in {"paid", "unpaid"})
_AUTHORITY: Final = ("regulator",)

_RELATIONS: Final = (
    RelationKind(
        "FINED", "fined", "was fined by", _AUTHORITY, _TARGETS, "decision",
        "A penalty that an authority imposed, whatever became of it.",
        money=True, opening=("imposed", "settled"), stages=_DECISION, roles=("platform", "joint_with"),
    ),
    RelationKind(
        "PROPOSED_FINE", "proposed to fine", "was proposed a fine by", _AUTHORITY, _TARGETS, "decision",
        "A notice of intent to fine; never a fine.",
        money=True, opening=("proposed",), stages=("proposed", "withdrawn", "closed"), roles=("platform",),
    ),
    RelationKind(
        "ORDERED", "ordered", "was ordered by", _AUTHORITY, _TARGETS, "decision",
        "A binding order, enforcement notice or ban.",
        money=True, opening=_DECIDED, stages=_DECISION, roles=("platform", "joint_with"),
    ),
    RelationKind(
        "REPRIMANDED", "reprimanded", "was reprimanded by", _AUTHORITY, _TARGETS, "decision",
        "A formal reprimand or warning without a sum.", opening=_DECIDED, stages=_DECISION,
    ),
    RelationKind(
        "FOUND_BREACH", "found a breach by", "was found in breach by", _AUTHORITY, _TARGETS, "decision",
        "A finding of a breach without a sanction.",
        opening=_DECIDED, stages=_DECISION, roles=("platform", "joint_with"),
    ),
    RelationKind(
        "INVESTIGATED", "investigated", "was investigated by", _AUTHORITY, _TARGETS, "proceeding",
        "An inquiry by an authority.", stages=("closed",),
    ),
    RelationKind(
        "INVESTIGATED_JOINTLY_WITH", "investigated jointly with", "investigated jointly with",
        _AUTHORITY, _AUTHORITY, "proceeding", "One inquiry of two authorities into a target.",
        symmetric=True, stages=("closed",), roles=("target",),
    ),
    RelationKind(
        "COOPERATED_WITH", "cooperated with", "cooperated with", _AUTHORITY, _AUTHORITY, "proceeding",
        "Help between authorities short of a joint inquiry.", symmetric=True, roles=("target",),
    ),
    RelationKind(
        "SUED", "sued", "was sued by", BODIES, BODIES, "proceeding", "A lawsuit.",
        stages=_SUIT, roles=("court", "platform"),
    ),
    RelationKind(
        "SETTLED_WITH", "settled with", "settled with", BODIES, BODIES, "proceeding",
        "An agreement that ends a dispute.",
        symmetric=True, money=True, opening=("settled",), stages=_DECISION, roles=("court", "platform", "joint_with"),
    ),
    RelationKind(
        "APPEALED", "appealed a decision of", "had a decision appealed by",
        BODIES, ("regulator", "court"), "proceeding",
        "An appeal; the object is the body whose decision is attacked.",
        changes=True, opening=("appealed",), stages=_LATER, roles=("court", "target"),
    ),
    RelationKind(
        "COMPLAINED_ABOUT", "complained about", "was complained about by", BODIES, _TARGETS, "proceeding",
        "A complaint to an authority.", roles=("addressed_to",),
    ),
    RelationKind(
        "INTERVENED_IN", "intervened before", "heard the intervention of", BODIES, ("court",), "proceeding",
        "An intervention or amicus brief in a case.", changes=True, roles=("court",),
    ),
    RelationKind(
        "ANNULLED", "annulled a decision of", "had a decision annulled by",
        ("court",), ("regulator", "court", *_TARGETS), "ruling",
        "A ruling that sets a decision aside; the object is whoever took it.",
        changes=True, stages=_LATER, roles=("court", "target"),
    ),
    RelationKind(
        "REVERSED", "reversed a decision of", "had a decision reversed by", ("court",), ("regulator", "court"),
        "ruling", "A ruling that overturns an earlier ruling or decision and says what holds instead.",
        changes=True, stages=_LATER, roles=("court", "target"),
    ),
    RelationKind(
        "UPHELD", "upheld a decision of", "had a decision upheld by", ("court",), ("regulator", "court", *_TARGETS),
        "ruling", "A ruling that leaves a decision standing; the object is whoever took it.",
        changes=True, stages=_LATER, roles=("court", "target"),
    ),
    RelationKind(
        "SENT_CEASE_AND_DESIST_TO", "sent a cease and desist to", "got a cease and desist from",
        BODIES, BODIES, "contact",
        "A demand to stop, without the force of an order.",
    ),
    RelationKind(
        "SCRAPED", "scraped", "was scraped by", ("company",), ("platform",), "business",
        "Collected data from a platform by automated means.",
    ),
    RelationKind(
        "WITHDREW_FROM", "withdrew from", "was left by", ("company",), ("country",), "business",
        "Stopped offering its service in a country.",
    ),
    RelationKind(
        "EMPLOYS", "employs", "works for", BODIES, ("person",), "business",
        "Has or had as staff, officer, founder or office holder; role, start and end say which and when.",
    ),
    RelationKind(
        "ACQUIRED_OR_OWNS", "owns or acquired", "is or was owned by", ("company",), ("company", "platform"), "business",
        "Ownership, or the purchase of it.",
    ),
    RelationKind(
        "INVESTED_IN", "invested in", "had an investment from", ("person", "company"), ("company",), "business",
        "Put money into a firm.", money=True,
    ),
)  # fmt: skip

RELATIONS: Final[dict[str, RelationKind]] = {relation.name: relation for relation in _RELATIONS}

ROLES: Final[dict[str, str]] = {
    "subject": "who acts",
    "object": "who is acted on",
    "target": "who is looked into, or whom the decision is about",
    "joint_with": "who shared the inquiry but not the action",
    "addressed_to": "who got the complaint",
    "court": "where the case was heard",
    "platform": "the service concerned",
}
"""Every role in which an entity takes part in a fact."""


def allows(relation: str, subject_kind: str, object_kind: str) -> bool:
    """Whether the vocabulary allows this triple of relation, subject kind and object kind."""
    kind = RELATIONS.get(relation)
    return kind is not None and subject_kind in kind.subjects and object_kind in kind.objects
