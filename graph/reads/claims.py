"""One claim: what one document says."""

from dataclasses import dataclass
from typing import Any, Final

from graph.errors import NotFound
from graph.statement import statement
from graph.store import Store


@dataclass(frozen=True, slots=True)
class ClaimId:
    """A claim's id."""

    id: str


@dataclass(frozen=True, slots=True)
class OneClaim:
    """A claim as it is answered, ``None`` where there is none."""

    claim: dict[str, Any] | None
    revision: int


ONE: Final = statement("facts/claim", ClaimId, OneClaim)


async def one(store: Store, id_: str) -> OneClaim:
    """A claim with its document; raises ``NotFound``."""
    row = (await store.read(ONE, ClaimId(id_)))[0]
    if row.claim is None:
        raise NotFound(f"no claim {id_!r}", where="id", remedy="claims are named in the evidence of a fact")
    return row
