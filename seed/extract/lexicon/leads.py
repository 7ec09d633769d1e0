"""The rows of lines that open a list of parties, ``data/leads.yaml``."""

from dataclasses import dataclass
from typing import Final, cast

from seed.extract.lexicon import kinds, tables


@dataclass(frozen=True, slots=True)
class LeadRow:
    """The words by which a line tells a relation, and the kinds of its sides."""

    relation: str
    words: frozenset[str]
    subjects: frozenset[str]
    objects: frozenset[str]


ROWS: Final = tuple(
    LeadRow(
        row["relation"], frozenset(row["words"].split()), kinds.of(row["subjects"]), kinds.of(row["objects"])
    )
    for row in cast("list[dict[str, str]]", tables.read("leads")["rows"])
)
