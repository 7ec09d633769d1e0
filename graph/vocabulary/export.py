"""What follows from the vocabulary: JSON for machines, tables for the documentation, constraints for the schema."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, Final

from graph.vocabulary.check import STRUCTURE, UNSTAGED
from graph.vocabulary.kinds import KINDS, EntityKind
from graph.vocabulary.lifecycle import STAGES, STATUSES, Stage, Status
from graph.vocabulary.relations import RELATIONS, ROLES, RelationKind
from graph.vocabulary.terms import (
    CHECK_STATES,
    DOCUMENT_KINDS,
    FOUND,
    MODALITIES,
    PRECISIONS,
    REVIEWS,
    STANCES,
    TIERS,
    UNCOUNTED_KINDS,
)

_STANDS: Final = {True: "yes", False: "no", None: ""}


def required_constraints() -> tuple[str, ...]:
    """Labels of nodes whose ``id`` must be unique: those of the graph itself, then each kind of entity."""
    levels = (label for label in STRUCTURE if label != "_Migration")
    return (*levels, *(kind.label for kind in KINDS.values()))


def as_json() -> dict[str, Any]:
    """The whole vocabulary as plain values, each list in the order in which a person would read it."""
    return {
        "kinds": [_plain(kind) for kind in KINDS.values()],
        "relations": [_plain(relation) for relation in RELATIONS.values()],
        "roles": _words(ROLES),
        "stages": [_plain(stage) for stage in STAGES.values()],
        "statuses": [_plain(status) for status in STATUSES.values()],
        "modalities": _words(MODALITIES),
        "stances": _words(STANCES),
        "reviews": _words(REVIEWS),
        "tiers": _words(TIERS),
        "found": _words(FOUND),
        "check_states": _words(CHECK_STATES),
        "document_kinds": [
            {"name": name, "counted": name not in UNCOUNTED_KINDS, "description": meaning}
            for name, meaning in DOCUMENT_KINDS.items()
        ],
        "precisions": _words(PRECISIONS),
    }


def _plain(declaration: EntityKind | RelationKind | Stage | Status) -> dict[str, Any]:
    return asdict(declaration)


def _words(words: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "description": meaning} for name, meaning in words.items()]


def tables() -> str:
    """``docs/vocabulary.md``: one Markdown table for each part of the vocabulary."""
    parts = [
        "# Vocabulary",
        "Written from `graph/vocabulary/` by `make docs`; the same as JSON at `/v1/vocabulary`.",
        *_entities(),
        *_relations(),
        *_life(),
        *_evidence(),
    ]
    return "\n\n".join(parts) + "\n"


def _entities() -> list[str]:
    rows = [(_code(k.name), f"`:{k.label}`", k.description, _codes(k.properties)) for k in KINDS.values()]
    return ["## Kinds of entity", _table(("Kind", "Label", "What it is", "Own properties"), rows)]


def _relations() -> list[str]:
    read = [
        (
            _code(r.name),
            r.forward,
            "the same" if r.symmetric else r.backward,
            ", ".join(r.subjects),
            ", ".join(r.objects),
            r.description,
        )
        for r in RELATIONS.values()
    ]
    carried = [
        (_code(r.name), _yes(r.money), _yes(r.changes), _codes(r.opening), _codes(r.roles))
        for r in RELATIONS.values()
    ]
    return [
        "## Relations",
        _table(("Relation", "Read as", "Backward", "Subjects", "Objects", "What it is"), read),
        "What each may carry beside its two ends:",
        _table(("Relation", "A sum", "Changes another fact", "Opens with", "Third parties"), carried),
        "## Roles",
        _glossary("Role", ROLES),
    ]


def _life() -> list[str]:
    stages = [(_code(s.name), _code(s.status or ""), s.description) for s in STAGES.values()]
    statuses = [
        (_code(s.name), _STANDS[s.stands], s.description, UNSTAGED.get(s.name, "after its stage"))
        for s in STATUSES.values()
    ]
    return [
        "## Stages",
        _table(("Stage", "Leaves the status", "What happened"), stages),
        "## Statuses",
        _table(("Status", "Stands", "What it says", "Holds"), statuses),
    ]


def _evidence() -> list[str]:
    uncounted = " or ".join(_code(name) for name in UNCOUNTED_KINDS)
    return [
        "## Kinds of document",
        _glossary("Kind", DOCUMENT_KINDS),
        f"A document of kind {uncounted} is never counted as a source.",
        "## Claims",
        _glossary("Modality", MODALITIES),
        _glossary("Stance", STANCES),
        _glossary("Review", REVIEWS),
        "## Where facts come from",
        _glossary("Tier", TIERS),
        _glossary("What a checked page says", FOUND),
        _glossary("How a page stood when it was visited", CHECK_STATES),
        "## Dates",
        _glossary("Precision", PRECISIONS),
    ]


def _yes(value: bool) -> str:  # noqa: FBT001 - a cell of a table
    return "yes" if value else ""


def _code(value: str) -> str:
    return f"`{value}`" if value else ""


def _codes(values: Iterable[str]) -> str:
    return ", ".join(_code(value) for value in values)


def _glossary(head: str, words: Mapping[str, str]) -> str:
    return _table((head, "Meaning"), [(_code(name), meaning) for name, meaning in words.items()])


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
