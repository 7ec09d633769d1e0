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

    ``money``: a record of it may hold a sum; ``sum_told``: documents tell of it with its sum. ``dated``: documents tell
    of it as of one day. ``announced``: a future tense only announces it. ``pending``: it is pending from its own date,
    without a stage that says so. ``proposed_as`` is the relation that a notice of intent to do this is.
    ``gives`` is the stage that it brings to the fact that it changes, ``recorded_as`` are all stages in which a record
    may hold the same event, and ``by`` is the role of whoever brings it. ``nouns`` are words for such a decision.
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
    sum_told: bool = False
    dated: bool = False
    announced: bool = False
    pending: bool = False
    proposed_as: str | None = None
    gives: str | None = None
    recorded_as: tuple[str, ...] = ()
    by: str = "subject"
    nouns: tuple[str, ...] = ()


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
        sum_told=True, dated=True, proposed_as="PROPOSED_FINE",
        nouns=("fine", "fines", "fined", "penalty", "penalties"),
    ),
    RelationKind(
        "PROPOSED_FINE", "proposed to fine", "was proposed a fine by", _AUTHORITY, _TARGETS, "decision",
        "A notice of intent to fine; never a fine.",
        money=True, opening=("proposed",), stages=("proposed", "withdrawn", "closed"), roles=("platform",),
        sum_told=True, dated=True,
    ),
    RelationKind(
        "ORDERED", "ordered", "was ordered by", _AUTHORITY, _TARGETS, "decision",
        "A binding order, enforcement notice or ban.",
        money=True, opening=_DECIDED, stages=_DECISION, roles=("platform", "joint_with"), dated=True,
        nouns=("order", "orders", "enforcement notice", "enforcement notices", "ban", "bans"),
    ),
    RelationKind(
        "REPRIMANDED", "reprimanded", "was reprimanded by", _AUTHORITY, _TARGETS, "decision",
        "A formal reprimand or warning without a sum.", opening=_DECIDED, stages=_DECISION,
        dated=True, nouns=("reprimand", "reprimands"),
    ),
    RelationKind(
        "FOUND_BREACH", "found a breach by", "was found in breach by", _AUTHORITY, _TARGETS, "decision",
        "A finding of a breach without a sanction.",
        opening=_DECIDED, stages=_DECISION, roles=("platform", "joint_with"), dated=True,
    ),
    RelationKind(
        "INVESTIGATED", "investigated", "was investigated by", _AUTHORITY, _TARGETS, "proceeding",
        "An inquiry by an authority.", stages=("closed",), pending=True, announced=True,
    ),
    RelationKind(
        "INVESTIGATED_JOINTLY_WITH", "investigated jointly with", "investigated jointly with",
        _AUTHORITY, _AUTHORITY, "proceeding", "One inquiry of two authorities into a target.",
        symmetric=True, stages=("closed",), roles=("target",), pending=True,
    ),
    RelationKind(
        "COOPERATED_WITH", "cooperated with", "cooperated with", _AUTHORITY, _AUTHORITY, "proceeding",
        "Help between authorities short of a joint inquiry.", symmetric=True, roles=("target",),
    ),
    RelationKind(
        "SUED", "sued", "was sued by", BODIES, BODIES, "proceeding", "A lawsuit.",
        stages=_SUIT, roles=("court", "platform"), pending=True, dated=True, announced=True,
    ),
    RelationKind(
        "SETTLED_WITH", "settled with", "settled with", BODIES, BODIES, "proceeding",
        "An agreement that ends a dispute.",
        symmetric=True, money=True, opening=("settled",), stages=_DECISION, roles=("court", "platform", "joint_with"),
        sum_told=True, dated=True,
    ),
    RelationKind(
        "APPEALED", "appealed a decision of", "had a decision appealed by",
        BODIES, ("regulator", "court"), "proceeding",
        "An appeal; the object is the body whose decision is attacked.",
        changes=True, opening=("appealed",), stages=_LATER, roles=("court", "target"),
        announced=True, gives="appealed", recorded_as=("appealed",), by="court",
    ),
    RelationKind(
        "COMPLAINED_ABOUT", "complained about", "was complained about by", BODIES, _TARGETS, "proceeding",
        "A complaint to an authority.", roles=("addressed_to",), dated=True, announced=True,
    ),
    RelationKind(
        "INTERVENED_IN", "intervened before", "heard the intervention of", BODIES, ("court",), "proceeding",
        "An intervention or amicus brief in a case.", changes=True, roles=("court",), announced=True,
    ),
    RelationKind(
        "ANNULLED", "annulled a decision of", "had a decision annulled by",
        ("court",), ("regulator", "court", *_TARGETS), "ruling",
        "A ruling that sets a decision aside; the object is whoever took it.",
        changes=True, stages=_LATER, roles=("court", "target"), dated=True, gives="annulled",
        recorded_as=("annulled", "remitted"),
    ),
    RelationKind(
        "REVERSED", "reversed a decision of", "had a decision reversed by", ("court",), ("regulator", "court"),
        "ruling", "A ruling that overturns an earlier ruling or decision and says what holds instead.",
        changes=True, stages=_LATER, roles=("court", "target"), dated=True, gives="annulled",
        recorded_as=("annulled", "remitted", "reinstated"),
    ),
    RelationKind(
        "UPHELD", "upheld a decision of", "had a decision upheld by", ("court",), ("regulator", "court", *_TARGETS),
        "ruling", "A ruling that leaves a decision standing; the object is whoever took it.",
        changes=True, stages=_LATER, roles=("court", "target"), dated=True, gives="upheld",
        recorded_as=("upheld",),
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
        "Stopped offering its service in a country.", announced=True,
    ),
    RelationKind(
        "EMPLOYS", "employs", "works for", BODIES, ("person",), "business",
        "Has or had as staff, officer, founder or office holder; role, start and end say which and when.",
    ),
    RelationKind(
        "ACQUIRED_OR_OWNS", "owns or acquired", "is or was owned by", ("company",), ("company", "platform"), "business",
        "Ownership, or the purchase of it.", announced=True,
    ),
    RelationKind(
        "INVESTED_IN", "invested in", "had an investment from", ("person", "company"), ("company",), "business",
        "Put money into a firm.", money=True,
    ),
)  # fmt: skip

RELATIONS: Final[dict[str, RelationKind]] = {relation.name: relation for relation in _RELATIONS}

LATER: Final = tuple(relation.name for relation in _RELATIONS if relation.gives)
"""Relations that bring a stage to the fact that they change: appeals and rulings."""

RULINGS: Final = tuple(sorted(relation.name for relation in _RELATIONS if relation.topic == "ruling"))

DECISIONS: Final = tuple(
    sorted(one.name for one in _RELATIONS if one.topic == "decision" and "imposed" in one.stages)
)
"""Relations by which an authority imposes or finds something: what appeals and rulings are about."""

PROPOSALS: Final = tuple(one.proposed_as for one in _RELATIONS if one.proposed_as)
"""Relations that only announce another: their sums are no sanction."""

UNDOING: Final = tuple(one.name for one in _RELATIONS if one.gives == "annulled")
"""Rulings that take away what they are about: where they fall themselves, it stands again."""

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
