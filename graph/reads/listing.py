"""A list that is walked by keys: its query is made ready once, and page, count and shown text come from that.

Every list of the service is one of these. The page of a list and its count are variants of one statement each, told
apart by their anchor: the index at which the query starts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.errors import DatabaseUnavailable
from graph.reads.kept import Kept, Texts
from graph.statement import Statement, by_hand
from graph.store import Store

Json = dict[str, Any]

_ATTEMPTS: Final = 3
"""Readings of a page for one revision, while others write between its two steps."""
_MOST_ATTEMPTS: Final = 10
"""Readings of a page of which an item is withdrawn each time."""
TOTAL_LIMIT: Final = 1_000_000
"""Totals are counted up to here; beyond it a total says ``gte``."""
LOWEST: Final = ""
HIGHEST: Final = "\U0010ffff"
"""Before and after every sort key that is text."""


@dataclass(frozen=True, slots=True)
class Page:
    """``items`` in order, the sort key of each, and the graph's revision at that moment."""

    items: Sequence[Json]
    keys: list[str]
    revision: int


@dataclass(frozen=True, slots=True)
class Found:
    """Ids of the items of a page in order, sort key and edition of each, the graph's revision before and after.

    The edition of an item is another one whenever anything that is shown of it changed; 0 says nothing.
    """

    ids: list[str]
    keys: list[str]
    editions: list[int]
    revision: int
    until: int


@dataclass(frozen=True, slots=True)
class Items:
    """Items in order, and the graph's revision at the end of the reading."""

    items: list[Json]
    revision: int


@dataclass(frozen=True, slots=True)
class Value:
    """A count."""

    value: int


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids of entities."""

    ids: list[str]


@dataclass(frozen=True, slots=True)
class Shape:
    """How items of a list are made of their ids: a statement that takes ``ids``, and its other parameters.

    A page that is read in these two steps has a short text in each of its many variants, and the one long text is
    planned once for all of them. ``share`` names what is shown of an item where its edition alone says how it looks;
    it is ``None`` where that depends on more, such as a day.
    """

    statement: Statement[Any, Items]
    values: Mapping[str, Any]
    share: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A query of a list, ready to run.

    ``values`` are the parameters of the page but for its limit, ``whole`` those of the count: all pages, whatever
    the cursor and the order. With a ``shape`` the page finds ids (``Found``), without one it gives items (``Page``).
    """

    pages: Statement[Any, Any]
    shape: Shape | None = None
    counts: Statement[Any, Value]
    values: Mapping[str, Any]
    whole: Mapping[str, Any]
    limit: int


async def page(store: Store, prepared: Prepared, kept: Kept | None = None) -> Page:
    """One page, and one item more where there are more: the caller drops it.

    With ``kept`` its items are ``Texts``, of which only those are made that are not kept yet.
    Raises ``DatabaseUnavailable`` where others withdraw its items again and again while it is read.
    """
    parameters = prepared.pages.parameters(**prepared.values, limit=prepared.limit + 1)
    for attempt in range(_MOST_ATTEMPTS):
        found: Page | Found = (await store.read(prepared.pages, parameters))[0]
        if isinstance(found, Page):
            return found
        items, last = await _shaped(store, prepared.shape, found, kept)
        settled = found.revision == found.until == last
        # A page from which something was withdrawn meanwhile would look like the last one.
        whole = len(items) == len(found.ids)
        if whole and (settled or attempt + 1 >= _ATTEMPTS):
            # What was written meanwhile may show, and what was written before does: it is never older than it says.
            return Page(items, found.keys, found.revision)
    raise DatabaseUnavailable("the graph changed while the list was read", remedy="try again")


async def _shaped(
    store: Store, shape: Shape | None, found: Found, kept: Kept | None
) -> tuple[Sequence[Json], int]:
    """The items that were found, but for those that were withdrawn meanwhile, and the last revision that was met."""
    if shape is None or not found.ids:
        return [], found.until
    if kept is None or shape.share is None:
        made = await _made(store, shape, found.ids)
        return made.items, made.revision
    keys = [(*known, shape.share) for known in zip(found.ids, found.editions, strict=True)]
    texts = kept.known(keys)
    wanted = [at for at, text in enumerate(texts) if text is None]
    if wanted:
        made = await _made(store, shape, [found.ids[at] for at in wanted])
        if made.revision != found.revision:
            # Somebody wrote in between: what is kept belongs to the state before.
            made = await _made(store, shape, found.ids)
            return Texts(kept.made(made.items)), made.revision
        for at, text in zip(wanted, kept.made(made.items), strict=True):
            texts[at] = text
            if found.editions[at]:
                kept.keep(keys[at], text)
    return Texts([text for text in texts if text is not None]), found.until


async def _made(store: Store, shape: Shape, ids: list[str]) -> Items:
    return (await store.read(shape.statement, shape.statement.parameters(**shape.values, ids=ids)))[0]


async def count(store: Store, prepared: Prepared) -> int:
    """How many items there are, over all pages; at most ``TOTAL_LIMIT``."""
    parameters = prepared.counts.parameters(**prepared.whole, limit=TOTAL_LIMIT)
    return (await store.read(prepared.counts, parameters))[0].value


def described(prepared: Prepared) -> tuple[str, Json]:
    """The Cypher text of a page and its parameters, for a reader who wants to run it by hand."""
    values = {**prepared.values, "limit": prepared.limit}
    if prepared.shape is None:
        return prepared.pages.text, values
    text = by_hand(prepared.pages.text, prepared.shape.statement.text)
    return text, {**prepared.shape.values, **values}
