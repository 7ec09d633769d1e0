"""The log of corrections, the last one first."""

from dataclasses import dataclass
from typing import Final

from graph.reads.listing import HIGHEST, Page, Prepared, Value
from graph.statement import statement


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionQuery:
    """A page of the log; ``origins`` are ``review`` (of what machines read) and ``records``."""

    origins: list[str] | None = None
    limit: int = 50
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Corrections whose sort key comes before ``high``, at most ``limit``."""

    origins: list[str] | None
    high: str
    limit: int


PAGE: Final = statement("corrections/page", Range, Page)
COUNT: Final = statement("corrections/count", Range, Value)


def prepare(query: CorrectionQuery) -> Prepared:
    """The statements and parameters that answer a query."""
    values = {"origins": query.origins, "high": query.after or HIGHEST}
    return Prepared(
        pages=PAGE, counts=COUNT, values=values, whole={**values, "high": HIGHEST}, limit=query.limit
    )
