"""What all lists have in common: cursor, total, statement; put together once."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from app.answers import cursor
from app.answers.page import ListPage, Shown, Total
from app.answers.service import Service
from graph.reads import listing
from graph.reads.kept import Texts
from graph.reads.listing import Page, Prepared

Json = dict[str, Any]

_POSITION = frozenset({"after", "limit", "few"})
_ORDER = frozenset({"sort", "order"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListKind:
    """What tells one list from another: its name, how a row becomes an item, its table, what Browser draws of it."""

    name: str
    template: str
    columns: Sequence[str]
    members: Sequence[str]
    item: Callable[[Mapping[str, Any]], Json] = dict
    drawn: Callable[[Json], Sequence[str]] = lambda item: [item["id"]]

    def shaped(self, rows: Sequence[Json]) -> Sequence[Json]:
        """Rows as items; what is kept as text is an item already."""
        return rows if isinstance(rows, Texts) else [self.item(row) for row in rows]


@dataclass(frozen=True, slots=True)
class Identity:
    """What identifies a list: ``cursors`` with its order, ``totals`` without, for a total does not depend on it."""

    cursors: str
    totals: str


def identity(name: str, query: Any) -> Identity:
    """The identity of the list that a query asks for; its position, page size and index are no part of it."""
    values = {key: value for key, value in asdict(query).items() if key not in _POSITION}
    unordered = {key: value for key, value in values.items() if key not in _ORDER}
    return Identity(cursor.digest({"list": name, **values}), cursor.digest({"list": name, **unordered}))


def after(given: str | None, found: Identity) -> str | None:
    """The sort key after which a page begins; raises ``InvalidInput`` for a cursor of another list."""
    return None if given is None else cursor.decode(given, found.cursors)


def cut(rows: Page, limit: int, found: Identity) -> tuple[Sequence[Json], list[str], str | None]:
    """The rows of a page and their keys without the one that only shows that there are more; the next cursor."""
    following = cursor.encode(rows.keys[limit - 1], found.cursors) if len(rows.items) > limit else None
    return rows.items[:limit], rows.keys[:limit], following


async def counted(
    service: Service, revision: int, found: Identity, count: Callable[[], Awaitable[int]]
) -> Total:
    """The total of a list, computed once a revision."""
    return Total(await service.totals.get(revision, f"{found.totals} count", count))


async def list_page(
    service: Service,
    kind: ListKind,
    prepared: Prepared,
    found: Identity,
    rows: Page | None = None,
    *,
    count: Callable[[], Awaitable[int]] | None = None,
) -> ListPage:
    """The page that a prepared query gives; ``rows`` where they were read already, ``count`` a better way to count."""
    count = count or (lambda: listing.count(service.store, prepared))
    rows = rows or await listing.page(service.store, prepared)
    items, keys, following = cut(rows, prepared.limit, found)
    shaped = kind.shaped(items)
    return ListPage(
        name=kind.name,
        items=shaped,
        keys=keys,
        next=following,
        total=await counted(service, rows.revision, found, count),
        statement=shown(service, kind, prepared, shaped),
        columns=kind.columns,
        members=kind.members,
        revision=rows.revision,
    )


def shown(service: Service, kind: ListKind, prepared: Prepared, items: Sequence[Json]) -> Shown:
    """The statement behind a page."""
    text, parameters = listing.described(prepared)
    return Shown(
        text,
        parameters,
        service.store.connection,
        kind.template,
        lambda: [id_ for item in items for id_ in kind.drawn(item)],
    )
