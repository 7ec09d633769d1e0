"""The lint of the vocabulary itself: what its declarations must meet among each other."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, get_args

from graph.vocabulary import kinds, lifecycle, relations, terms
from graph.vocabulary.kinds import EntityKind
from graph.vocabulary.lifecycle import Stage, Status
from graph.vocabulary.relations import RelationKind, Topic

STRUCTURE: Final = (
    "Entity", "Document", "Claim", "Fact", "Case", "Stage", "_Graph", "_Migration",
    "_Band", "_Judgement", "_Audit", "_AuditEntry", "_Key", "_Records", "_Batch", "_Node",
    "_Change", "_Correction", "_PrivateRow", "_Total", "_Way",
)  # fmt: skip
"""Node labels of the graph's own, which no kind of entity may carry; a low line marks what is not of the field."""

LINKS: Final = (
    "STATED_IN", "SUPPORTS", "DISPUTES", "PARTY", "FORMER_PARTY", "HAS_STAGE", "BY", "CHANGES", "UNDER", "PART_OF",
    "SUBSIDIARY_OF", "OPERATED_BY",
)  # fmt: skip
"""Relationship types of the graph's own, which no relation may carry."""

UNSTAGED: Final = {
    "pending": "from the date of a lawsuit or an inquiry until a stage decides",
    "unknown": "recorded where the sources are silent after the decision",
}
"""Statuses that no stage leaves behind, and when they hold."""

_WORD: Final = re.compile(r"[a-z]+(_[a-z]+)*")
_LABEL: Final = re.compile(r"([A-Z][a-z]+)+")
_TYPE: Final = re.compile(r"[A-Z]+(_[A-Z]+)*")
_COLOR: Final = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that is declared; by default what the project uses."""

    kinds: tuple[EntityKind, ...] = tuple(kinds.KINDS.values())
    relations: tuple[RelationKind, ...] = tuple(relations.RELATIONS.values())
    roles: Mapping[str, str] = field(default_factory=lambda: relations.ROLES)
    stages: tuple[Stage, ...] = tuple(lifecycle.STAGES.values())
    statuses: tuple[Status, ...] = tuple(lifecycle.STATUSES.values())
    words: Mapping[str, Mapping[str, str]] = field(
        default_factory=lambda: {
            "modality": terms.MODALITIES,
            "document kind": terms.DOCUMENT_KINDS,
            "review": terms.REVIEWS,
            "stance": terms.STANCES,
            "precision": terms.PRECISIONS,
        }
    )
    uncounted: tuple[str, ...] = terms.UNCOUNTED_KINDS


def problems(vocabulary: Vocabulary | None = None) -> list[str]:
    """What is wrong with the vocabulary, one line each; empty where all is well."""
    declared = vocabulary or Vocabulary()
    return [
        *_kinds(declared),
        *_relations(declared),
        *_lifecycle(declared),
        *_words(declared),
    ]


def _twice(what: str, values: Iterable[str]) -> Iterator[str]:
    for value, times in Counter(values).items():
        if times > 1:
            yield f"{what} {value!r} is declared {times} times"


def _fits(where: str, what: str, value: str, form: re.Pattern[str]) -> Iterator[str]:
    if not form.fullmatch(value):
        yield f"{where}: {what} {value!r} is not of the form {form.pattern}"


def _told(where: str, description: str) -> Iterator[str]:
    if not description.endswith(".") or not description[:1].isupper():
        yield f"{where}: the description is no sentence"


def _known(where: str, what: str, values: Iterable[str], words: Iterable[str]) -> Iterator[str]:
    allowed = set(words)
    for value in values:
        if value not in allowed:
            yield f"{where}: {what} {value!r} is not declared"


def _kinds(declared: Vocabulary) -> Iterator[str]:
    for what in ("name", "label", "plural", "color"):
        yield from _twice(f"kind's {what}", [getattr(kind, what) for kind in declared.kinds])
    for kind in declared.kinds:
        where = f"kind {kind.name}"
        yield from _fits(where, "name", kind.name, _WORD)
        yield from _fits(where, "label", kind.label, _LABEL)
        yield from _fits(where, "color", kind.color, _COLOR)
        yield from _told(where, kind.description)
        yield from _twice(f"{where}: property", kind.properties)
        for name in kind.properties:
            yield from _fits(where, "property", name, _WORD)
        if kind.label in STRUCTURE:
            yield f"{where}: the label {kind.label} belongs to the graph itself"
        if not kind.plural or not kind.caption:
            yield f"{where}: has no plural or no caption"


def _relations(declared: Vocabulary) -> Iterator[str]:
    yield from _twice("relation", [relation.name for relation in declared.relations])
    # A sentence must say which relation it tells of.
    yield from _twice("forward verb", [relation.forward for relation in declared.relations])
    yield from _twice("backward verb", [relation.backward for relation in declared.relations])
    for relation in declared.relations:
        where = f"relation {relation.name}"
        yield from _fits(where, "type", relation.name, _TYPE)
        yield from _told(where, relation.description)
        yield from _known(where, "topic", [relation.topic], get_args(Topic))
        if relation.name in LINKS:
            yield f"{where}: the type belongs to the graph itself"
        yield from _verbs(relation, where)
        yield from _ends(relation, where, [kind.name for kind in declared.kinds])
        yield from _life(relation, where, declared)


def _verbs(relation: RelationKind, where: str) -> Iterator[str]:
    if not relation.forward or not relation.backward:
        yield f"{where}: a verb is missing"
    if relation.symmetric != (relation.forward == relation.backward):
        yield f"{where}: the verbs are the same exactly where a relation is symmetric"


def _ends(relation: RelationKind, where: str, names: list[str]) -> Iterator[str]:
    for side, wanted in (("subject", relation.subjects), ("object", relation.objects)):
        yield from _known(where, f"{side} kind", wanted, names)
        yield from _twice(f"{where}: {side} kind", wanted)
        if not wanted:
            yield f"{where}: no {side} kind"
    if relation.symmetric and set(relation.subjects) != set(relation.objects):
        yield f"{where}: the sides of a symmetric relation differ"


def _life(relation: RelationKind, where: str, declared: Vocabulary) -> Iterator[str]:
    yield from _known(where, "role", relation.roles, set(declared.roles) - {"subject", "object"})
    yield from _known(where, "stage", relation.stages, [stage.name for stage in declared.stages])
    yield from _known(where, "opening stage", relation.opening, relation.stages)
    names = [stage.name for stage in declared.stages]
    yield from _known(where, "given stage", [relation.gives] if relation.gives else [], relation.recorded_as)
    yield from _known(where, "recorded stage", relation.recorded_as, names)
    proposal = [relation.proposed_as] if relation.proposed_as else []
    yield from _known(where, "proposal", proposal, [one.name for one in declared.relations])
    if relation.gives and not relation.changes:
        yield f"{where}: brings a stage to a fact, but changes none"
    if relation.sum_told and not relation.money:
        yield f"{where}: is told with a sum, but may hold none"
    for what, values in (("role", relation.roles), ("stage", relation.stages)):
        yield from _twice(f"{where}: {what}", values)


def _lifecycle(declared: Vocabulary) -> Iterator[str]:
    yield from _twice("stage", [stage.name for stage in declared.stages])
    yield from _twice("status", [status.name for status in declared.statuses])
    statuses = {status.name for status in declared.statuses}
    left = {stage.status for stage in declared.stages if stage.status}
    used = {name for relation in declared.relations for name in relation.stages}
    for stage in declared.stages:
        yield from _fits(f"stage {stage.name}", "name", stage.name, _WORD)
        yield from _told(f"stage {stage.name}", stage.description)
        if stage.name not in used:
            yield f"stage {stage.name}: no relation has it"
    yield from _known("stages", "status", sorted(left), statuses)
    for status in declared.statuses:
        yield from _fits(f"status {status.name}", "name", status.name, _WORD)
        yield from _told(f"status {status.name}", status.description)
        if (status.name in left) == (status.name in UNSTAGED):
            yield f"status {status.name}: a stage leaves it, or it holds without one, and not both"


def _words(declared: Vocabulary) -> Iterator[str]:
    used = {name for relation in declared.relations for name in relation.roles} | {"subject", "object"}
    for name in declared.roles:
        if name not in used:
            yield f"role {name}: no relation has it"
    for what, words in {"role": declared.roles, **declared.words}.items():
        for name, meaning in words.items():
            yield from _fits(what, "name", name, _WORD)
            if not meaning:
                yield f"{what} {name}: has no meaning"
    yield from _known("uncounted", "document kind", declared.uncounted, declared.words["document kind"])
