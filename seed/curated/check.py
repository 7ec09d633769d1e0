"""Checking a folder of records: shapes, then rules, then what a broken file takes with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seed.curated.index import GROUPED, Index, references
from seed.curated.place import Problem
from seed.curated.reading import Placed, Read, read
from seed.curated.records import Action, Case, Correction, Entity, Regulator, Relation, Source, Total
from seed.curated.rules.actions import check_action, check_same_actions
from seed.curated.rules.bodies import (
    check_case,
    check_correction,
    check_entity,
    check_regulator,
    check_short_names,
    check_source,
    check_total,
    check_urls,
)
from seed.curated.rules.naming import check_names
from seed.curated.rules.relations import check_relation, check_same_relations


@dataclass(frozen=True)
class Checked:
    """The records of a folder, their problems, and the files of which nothing may be written."""

    index: Index
    problems: tuple[Problem, ...]
    blocked: frozenset[str]


def check(folder: Path) -> list[Problem]:
    """Every problem of the records in a folder, causes first, by file and line; empty when all is well."""
    return list(examine(folder).problems)


def examine(folder: Path) -> Checked:
    """Read and check a folder; what has no problem can be planned even where other files have some."""
    records = read(folder)
    index = Index.of(records)
    problems = {*records.problems, *_unique(records), *_rules(index)}
    blocked = _blocked(index, problems)
    dragged = set(_dragged(index, problems, blocked))
    # Causes first, then what they take with them.
    ordered = (*sorted(problems, key=_order), *sorted(dragged, key=_order))
    return Checked(index, ordered, frozenset(blocked))


def _order(problem: Problem) -> tuple[object, ...]:
    return problem.place.file, problem.place.line, problem.record or "", problem.reason


def _unique(records: Read) -> Iterator[Problem]:
    first: dict[tuple[bool, str], Placed] = {}
    for placed in records.records:
        if placed.kind == "ambiguous_names":
            continue
        before = first.setdefault((placed.kind == "sources", placed.id), placed)
        if before is not placed:
            yield placed.problem(f"is used already at {before.place}", "id")


def _rules(index: Index) -> Iterator[Problem]:
    for placed in index.read.records:
        # What names a record of the wrong shape is told once, as blocked by it.
        ids, sources = references(placed.record)
        if not index.broken.keys() & {*ids, *sources}:
            yield from _rule(placed, index)
    for rule in (check_names, check_short_names, check_urls, check_same_actions, check_same_relations):
        yield from rule(index)


def _rule(placed: Placed, index: Index) -> Iterator[Problem]:
    found: Iterator[Problem] = iter(())
    match placed.record:
        case Regulator() as record:
            found = check_regulator(placed, record, index)
        case Entity() as record:
            found = check_entity(placed, record, index)
        case Source() as record:
            found = check_source(placed, record)
        case Case() as record:
            found = check_case(placed, record, index)
        case Total() as record:
            found = check_total(placed, record, index)
        case Correction() as record:
            found = check_correction(placed, record, index)
        case Action() as record:
            found = check_action(placed, record, index)
        case Relation() as record:
            found = check_relation(placed, record, index)
        case _:
            pass
    return found


def _grouped(file: str) -> bool:
    return file.split("/", maxsplit=1)[0] in GROUPED


def _blocked(index: Index, problems: set[Problem]) -> set[str]:
    """Files of which nothing may be written: those with a problem, and all that refer to them."""
    blocked = {problem.place.file for problem in problems}
    missing = _missing(index, problems)
    for _ in range(len(index.read.files)):
        more = {
            placed.place.file
            for placed in index.read.records
            if _grouped(placed.place.file)
            and placed.place.file not in blocked
            and _needs(placed, index, blocked, missing)
        }
        if not more:
            break
        blocked |= more
    return blocked


def _missing(index: Index, problems: set[Problem]) -> dict[str, str]:
    """Single ids that nobody can have, with their files: of the wrong shape, or bad rows of a table.

    A bad row of a table (sources, cases, totals) blocks only those who use it.
    """
    rows = {one.record: one.place.file for one in problems if one.record and not _grouped(one.place.file)}
    return rows | index.broken


def _needs(
    placed: Placed, index: Index, blocked: set[str], missing: dict[str, str]
) -> tuple[str, str] | None:
    """The first id that a record needs and cannot have, with its file."""
    ids, sources = references(placed.record)
    for id_ in (*ids, *sources):
        if id_ in missing:
            return id_, missing[id_]
    for id_ in ids:
        other = index.by_id.get(id_)
        if other and _grouped(other.place.file) and other.place.file in blocked:
            return id_, other.place.file
    return None


def _dragged(index: Index, problems: set[Problem], blocked: set[str]) -> Iterator[Problem]:
    """One problem for each file that is blocked only by what it refers to."""
    missing = _missing(index, problems)
    told = {problem.place.file for problem in problems}
    for placed in index.read.records:
        if placed.place.file not in blocked or placed.place.file in told:
            continue
        needed = _needs(placed, index, blocked, missing)
        if needed and needed[1] != placed.place.file:
            told.add(placed.place.file)
            yield placed.problem(f"needs {needed[0]}, and {needed[1]} has a problem")
