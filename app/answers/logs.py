"""Lists for those who look after the graph: what waits for a reviewer, who changed what, who was redacted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson

from app.answers.lists import ListKind, after, identity, list_page
from app.answers.page import ListPage
from app.answers.service import Service
from app.schemas import serialize
from app.schemas.audit import AuditItem
from app.schemas.redaction import Redaction
from app.schemas.writes import Waiting
from graph.reads import audit as reads
from seed.ingest import review

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Everything:
    """A list without filters."""


@dataclass(frozen=True, slots=True)
class _Order:
    """The order of the queue."""

    sort: str


def _waiting(row: Mapping[str, Any]) -> Json:
    item = serialize.in_units(row)
    return {name: item[name] for name in Waiting.model_fields}


def _redaction(row: Mapping[str, Any]) -> Json:
    return {**row, "counts": orjson.loads(row["counts"])}


QUEUE: Final = ListKind(
    name="review-queue",
    template="facts",
    columns=serialize.QUEUE_COLUMNS,
    members=tuple(Waiting.model_fields),
    item=_waiting,
    drawn=lambda item: [item["fact"]["id"]] if item["fact"] else [],
)
AUDIT: Final = ListKind(
    name="audit",
    template="entities",
    columns=tuple(AuditItem.model_fields),
    members=tuple(AuditItem.model_fields),
    drawn=lambda _: [],
)
REDACTIONS: Final = ListKind(
    name="redactions",
    template="entities",
    columns=serialize.REDACTION_COLUMNS,
    members=tuple(Redaction.model_fields),
    item=_redaction,
)


async def queue(service: Service, sort: str, *, limit: int = 50, cursor: str | None = None) -> ListPage:
    """Claims that wait for a person; ``sort`` is ``weight``, ``confidence`` or ``-confidence``."""
    found = identity("review-queue", _Order(sort))
    return await list_page(service, QUEUE, review.prepare(sort, limit, after(cursor, found)), found)


async def audit(service: Service, *, limit: int = 50, cursor: str | None = None) -> ListPage:
    """Who changed what, the last act first."""
    found = identity("audit", _Everything())
    # An act that leaves the facts alone is no revision of the graph: its total is counted each time.
    return await list_page(
        Service(store=service.store), AUDIT, reads.prepare(limit, after(cursor, found)), found
    )


async def redactions(service: Service, *, limit: int = 50, cursor: str | None = None) -> ListPage:
    """Every redaction that was made, the last one first."""
    found = identity("redactions", _Everything())
    return await list_page(service, REDACTIONS, reads.prepare_redactions(limit, after(cursor, found)), found)
