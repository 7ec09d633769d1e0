"""What a backup and a restore ask of the graph."""

from dataclasses import dataclass
from typing import Any, Final

from graph.reads.listing import Value
from graph.statement import Nothing, statement
from graph.writes.statements import Count, Rows


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node, by its number."""

    id: int
    labels: list[str]
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A relationship, by the numbers of its ends."""

    type: str
    start: int
    end: int
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class StateRow:
    """What the graph keeps of itself."""

    id: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Progress:
    """A restore under way: of which backup, and how many of its lines are in the graph."""

    backup: str
    done: int


@dataclass(frozen=True, slots=True)
class Begun:
    """A restore that begins."""

    backup: str
    now: str


@dataclass(frozen=True, slots=True)
class Step:
    """How far a restore was, and how far it is."""

    backup: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Most:
    """How many at once."""

    most: int


NODES: Final = statement("backup/nodes", Nothing, NodeRow)
LINKS: Final = statement("backup/links", Nothing, LinkRow)
STATE: Final = statement("backup/state", Nothing, StateRow)
HELD: Final = statement("backup/held", Nothing, Value)
PROGRESS: Final = statement("backup/progress", Nothing, Progress)
BEGIN: Final = statement("backup/begin", Begun, Count)
ADVANCE: Final = statement("backup/advance", Step, Count)
PUT_NODES: Final = statement("backup/put_nodes", Rows, Count)
PUT_LINKS: Final = statement("backup/put_links", Rows, Count)
CLEAN: Final = statement("backup/clean", Most, Count)
CLEAR_AUDIT: Final = statement("backup/clear_audit", Nothing, Count)
FINISH: Final = statement("backup/finish", Rows, Count)
