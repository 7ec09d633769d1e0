"""Statements with their rows written into them, as a script that any Neo4j runs."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

import orjson

from graph.migrations import migrations
from graph.statement import Statement, statement
from graph.writes.statements import Count

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """Maps as a statement reads them."""

    rows: list[Json]


ENTITIES: Final = statement("export/entities", Rows, Count)
NODES: Final[Mapping[str, Statement[Rows, Count]]] = {
    label: statement("export/nodes", Rows, Count, label=label)
    for label in ("Document", "Case", "Fact", "Claim")
}
LINKS: Final[Mapping[str, Statement[Rows, Count]]] = {
    ends: statement("export/links", Rows, Count, ends=ends)
    for ends in ("fact_entity", "fact_case", "claim_document", "claim_fact", "entity_entity")
}


def constraints(labels: Sequence[str]) -> str:
    """The uniqueness of ids of these labels, as the first migration has it."""
    first = migrations()[0].commands
    wanted = [command for command in first if any(f"(n:{label})" in command for label in labels)]
    return "".join(f"{command};\n" for command in wanted)


def filled(template: Statement[Rows, Count], rows: Sequence[Json]) -> str:
    """The statement with its rows as a literal, ended by a semicolon."""
    text = "\n".join(line for line in template.text.splitlines() if not line.startswith("//"))
    before, after = text.split("$rows")
    return f"{before}{literal(list(rows))}{after.rstrip()};\n"


def literal(value: Any) -> str:
    """A value as Cypher writes it. What is no finite number becomes null; names of members are quoted."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return "null"
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, Any]", value).items()
        return "{" + ", ".join(f"{_name(name)}: {literal(one)}" for name, one in pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(literal(one) for one in cast("Sequence[Any]", value)) + "]"
    if isinstance(value, float):
        return repr(value)
    # JSON's escapes are also Cypher's, so a text cannot end its literal.
    return orjson.dumps(value).decode()


def _name(name: str) -> str:
    return name if name.isidentifier() and name.isascii() else f"`{name.replace('`', '``')}`"
