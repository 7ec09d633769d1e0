"""The audit log and the log of redactions, the last entry first."""

from dataclasses import dataclass
from typing import Any, Final

from graph.reads import listing
from graph.reads.listing import HIGHEST, Page, Prepared, Value
from graph.statement import statement
from graph.store import Store

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LogPage:
    """Entries before a position, at most so many."""

    high: str
    limit: int


PAGE: Final = statement("audit/page", LogPage, Page)
COUNT: Final = statement("audit/count", LogPage, Value)
REDACTIONS: Final = statement("redaction/page", LogPage, Page)
REDACTION_COUNT: Final = statement("redaction/count", LogPage, Value)


def prepare(limit: int, after: str | None = None) -> Prepared:
    """A page of the audit log, ready to run."""
    values = {"high": after or HIGHEST}
    return Prepared(pages=PAGE, counts=COUNT, values=values, whole={"high": HIGHEST}, limit=limit)


def prepare_redactions(limit: int, after: str | None = None) -> Prepared:
    """A page of the log of redactions, ready to run."""
    values = {"high": after or HIGHEST}
    return Prepared(
        pages=REDACTIONS, counts=REDACTION_COUNT, values=values, whole={"high": HIGHEST}, limit=limit
    )


async def entries(store: Store, limit: int = 100) -> list[Json]:
    """Entries of the audit log, the last one first; ``transactions`` says in how many steps an act was written."""
    return list((await listing.page(store, prepare(limit))).items[:limit])
