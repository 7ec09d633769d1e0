"""What the graph speaks of: entity kinds, relation kinds, roles, stages, statuses and word lists.

The package is data. ``check`` lints it, ``export`` turns it into JSON, docs tables and schema.
"""

from graph.vocabulary.kinds import BODIES, KINDS, EntityKind
from graph.vocabulary.lifecycle import FALLEN, STAGES, STATUSES, Stage, Status
from graph.vocabulary.relations import RELATIONS, ROLES, RelationKind, allows
from graph.vocabulary.terms import (
    DOCUMENT_KINDS,
    MODALITIES,
    PRECISIONS,
    REVIEWS,
    STANCES,
    UNCOUNTED_KINDS,
)

__all__ = [
    "BODIES",
    "DOCUMENT_KINDS",
    "FALLEN",
    "KINDS",
    "MODALITIES",
    "PRECISIONS",
    "RELATIONS",
    "REVIEWS",
    "ROLES",
    "STAGES",
    "STANCES",
    "STATUSES",
    "UNCOUNTED_KINDS",
    "EntityKind",
    "RelationKind",
    "Stage",
    "Status",
    "allows",
]
