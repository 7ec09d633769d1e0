"""Documents: a page of them, and one with everything that it says."""

from dataclasses import dataclass
from typing import Any, Final

from graph.errors import Gone, NotFound
from graph.reads import listing
from graph.reads.listing import HIGHEST, Page, Prepared, Value
from graph.reads.lucene import lucene
from graph.statement import Nothing, Statement, statement
from graph.store import Store
from graph.vocabulary import UNCOUNTED_KINDS

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentQuery:
    """A list of documents as a caller asks for it, the latest first.

    ``kinds`` are document kinds of the vocabulary, ``publishers`` exact names, ``text`` is what a person typed,
    ``withdrawn`` asks for the tombstones instead, the one withdrawn last first;
    ``after`` is the sort key of the last document of the page before.
    """

    kinds: list[str] | None = None
    publishers: list[str] | None = None
    text: str | None = None
    withdrawn: bool = False
    limit: int = 50
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Documents whose sort key comes before ``high``, at most ``limit``."""

    kinds: list[str] | None
    publishers: list[str] | None
    withdrawn: bool
    uncounted: list[str]
    high: str
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorRange(Range):
    """Documents of one kind."""

    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRange(Range):
    """Documents found by full text."""

    text: str


@dataclass(frozen=True, slots=True)
class DocumentId:
    """A document's id."""

    id: str


@dataclass(frozen=True, slots=True)
class OneDocument:
    """A document's properties, its claims in order of position in the text, and the ways by which the text came."""

    properties: Json | None
    claims: list[Json]
    ways: list[Json]
    revision: int


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published a document."""

    publisher: str


@dataclass(frozen=True, slots=True)
class Hashed:
    """A document's id and the SHA-256 of the text that was read."""

    id: str
    text_sha256: str | None


_RANGES: Final[dict[str, type[Range]]] = {
    "all": Range,
    "kind": AnchorRange,
    "text": TextRange,
    "withdrawn": Range,
}
PAGES: Final[dict[str, Statement[Any, Page]]] = {
    anchor: statement("documents/page", range_, Page, anchor=anchor) for anchor, range_ in _RANGES.items()
}
COUNTS: Final[dict[str, Statement[Any, Value]]] = {
    anchor: statement("documents/count", range_, Value, anchor=anchor) for anchor, range_ in _RANGES.items()
}
PUBLISHERS: Final = statement("documents/publishers", Nothing, Publisher)
HASHES: Final = statement("documents/hashes", Nothing, Hashed)
ONE: Final = statement("documents/one", DocumentId, OneDocument)

_WITH_KEY: Final = (
    "?withdrawn=true with a key that may write; /v1/documents?withdrawn=true lists what was withdrawn"
)


def prepare(query: DocumentQuery) -> Prepared:
    """The statements and parameters that answer a query."""
    anchor, extra = _anchor(query)
    values: Json = {
        "kinds": query.kinds,
        "publishers": query.publishers,
        "withdrawn": query.withdrawn,
        **extra,
    }
    values["uncounted"] = list(UNCOUNTED_KINDS)
    high = HIGHEST if query.after is None else query.after
    return Prepared(
        pages=PAGES[anchor],
        counts=COUNTS[anchor],
        values=values | {"high": high},
        whole=values | {"high": HIGHEST},
        limit=query.limit,
    )


def _anchor(query: DocumentQuery) -> tuple[str, Json]:
    if query.text is not None:
        return "text", {"text": lucene(query.text)}
    if query.withdrawn:
        return "withdrawn", {}
    if query.kinds and len(query.kinds) == 1:
        return "kind", {"anchor": query.kinds[0]}
    return "all", {}


async def page(store: Store, query: DocumentQuery) -> Page:
    """One page, the latest first, and one document more where there are more."""
    return await listing.page(store, prepare(query))


async def count(store: Store, query: DocumentQuery) -> int:
    """How many documents there are, over all pages."""
    return await listing.count(store, prepare(query))


async def one(store: Store, id_: str, *, withdrawn: bool = False) -> OneDocument:
    """A document with its claims; raises ``NotFound``, or ``Gone`` where it was withdrawn and is not asked for so."""
    row = (await store.read(ONE, DocumentId(id_)))[0]
    if row.properties is None:
        raise NotFound(f"no document {id_!r}", where="id", remedy="look it up with /v1/documents?q=")
    if (since := row.properties.get("withdrawn")) and not withdrawn:
        reason = str(row.properties.get("withdrawn_reason"))
        raise Gone(f"document {id_!r} was withdrawn", reason, day=since[:10], where="id", remedy=_WITH_KEY)
    return row


async def hashes(store: Store) -> dict[str, str | None]:
    """SHA-256 of the texts of all documents, by id."""
    return {row.id: row.text_sha256 for row in await store.read(HASHES, Nothing())}


async def publishers(store: Store) -> list[str]:
    """Everybody who published a document."""
    return [row.publisher for row in await store.read(PUBLISHERS, Nothing())]
