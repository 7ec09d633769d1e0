"""What the graph speaks of: entity kinds, relation kinds, roles, stages, statuses and word lists.

The package is data. ``check`` lints it, ``export`` turns it into JSON, docs tables and schema.
"""

from graph.vocabulary.kinds import BODIES, KINDS, EntityKind
from graph.vocabulary.lifecycle import FALLEN, STAGES, STATUSES, Stage, Status
from graph.vocabulary.relations import (
    DECISIONS,
    LATER,
    PROPOSALS,
    RELATIONS,
    ROLES,
    RULINGS,
    UNDOING,
    RelationKind,
    allows,
)
from graph.vocabulary.terms import (
    CHECK_STATES,
    CHECKED,
    DOCUMENT_KINDS,
    FOUND,
    MODALITIES,
    PRECISIONS,
    REVIEWS,
    STANCES,
    TIERS,
    UNCOUNTED_KINDS,
)

__all__ = [
    "BODIES",
    "CHECKED",
    "CHECK_STATES",
    "DECISIONS",
    "DOCUMENT_KINDS",
    "FALLEN",
    "FOUND",
    "KINDS",
    "LATER",
    "MODALITIES",
    "PRECISIONS",
    "PROPOSALS",
    "RELATIONS",
    "REVIEWS",
    "ROLES",
    "RULINGS",
    "STAGES",
    "STANCES",
    "STATUSES",
    "TIERS",
    "UNCOUNTED_KINDS",
    "UNDOING",
    "EntityKind",
    "RelationKind",
    "Stage",
    "Status",
    "allows",
]
