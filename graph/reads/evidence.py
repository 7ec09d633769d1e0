"""Claims, documents and cases; the search over everything; and what the graph holds in all."""

from dataclasses import dataclass
from typing import Any, Final

from graph.errors import NotFound
from graph.reads.facts import Page, Value
from graph.reads.text import lucene
from graph.statement import Statement, statement
from graph.store import Store

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ById:
    """One id."""

    id: str


@dataclass(frozen=True, slots=True)
class OneClaim:
    """A claim as it is answered, ``None`` where there is none."""

    claim: Json | None
    revision: int


@dataclass(frozen=True, slots=True)
class OneDocument:
    """A document's properties and its claims in order of place in the text."""

    properties: Json | None
    claims: list[Json]
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFilters:
    """``kind`` is a document kind of the vocabulary, ``publisher`` its exact name."""

    kind: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRange(DocumentFilters):
    """Documents whose sort key comes before ``high``, at most ``limit``."""

    high: str
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorDocuments(DocumentRange):
    """Documents of one kind."""

    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDocuments(DocumentRange):
    """Documents found by full text."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDocumentFilters(DocumentFilters):
    """Filters and a full-text query."""

    text: str


@dataclass(frozen=True, slots=True)
class CaseRange:
    """Cases whose sort key comes before ``high``, at most ``limit``."""

    high: str
    limit: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """No parameters."""


@dataclass(frozen=True, slots=True)
class SearchText:
    """``text`` asks for every word, ``any_word`` for any; ``exact`` is what was typed, in lower case.

    ``limit`` holds for each kind of result.
    """

    text: str
    any_word: str
    exact: str
    limit: int


@dataclass(frozen=True, slots=True)
class Found:
    """The best entities, facts and documents."""

    entities: list[Json]
    facts: list[Json]
    documents: list[Json]
    revision: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of each level the graph holds; ``changed`` is the time of the last change (UTC, ISO 8601)."""

    counts: Json
    revision: int
    changed: str | None


@dataclass(frozen=True, slots=True)
class GraphRevision:
    """The number of the graph's last change."""

    revision: int


CLAIM: Final = statement("facts/claim", ById, OneClaim)
DOCUMENT: Final = statement("documents/one", ById, OneDocument)
_DOCUMENTS: Final[dict[str, Statement[Any, Page]]] = {
    "all": statement("documents/page_by_all", DocumentRange, Page),
    "kind": statement("documents/page_by_kind", AnchorDocuments, Page),
    "text": statement("documents/page_by_text", TextDocuments, Page),
}
COUNT_DOCUMENTS: Final = statement("documents/count", DocumentFilters, Value)
COUNT_DOCUMENTS_BY_TEXT: Final = statement("documents/count_by_text", TextDocumentFilters, Value)
CASES: Final = statement("cases/page", CaseRange, Page)
COUNT_CASES: Final = statement("cases/count", Nothing, Value)
SEARCH: Final = statement("graph/search", SearchText, Found)
COUNTS: Final = statement("graph/counts", Nothing, Counts)
REVISION: Final = statement("graph/revision", Nothing, GraphRevision)


async def claim(store: Store, id_: str) -> OneClaim:
    """A claim with its document; raises ``NotFound``."""
    found = (await store.read(CLAIM, ById(id_)))[0]
    if found.claim is None:
        raise NotFound(f"no claim {id_!r}", where="id", remedy="claims are named in the evidence of a fact")
    return found


async def document(store: Store, id_: str) -> OneDocument:
    """A document with its claims; raises ``NotFound``."""
    found = (await store.read(DOCUMENT, ById(id_)))[0]
    if found.properties is None:
        raise NotFound(f"no document {id_!r}", where="id", remedy="look it up with /v1/documents?q=")
    return found


def _documents(
    filters: DocumentFilters, text: str | None, below: str, limit: int
) -> tuple[str, DocumentRange]:
    given: Json = {"kind": filters.kind, "publisher": filters.publisher, "high": below, "limit": limit}
    if text is not None:
        return "text", TextDocuments(**given, text=lucene(text))
    if filters.kind is not None:
        return "kind", AnchorDocuments(**given, anchor=filters.kind)
    return "all", DocumentRange(**given)


async def documents(store: Store, filters: DocumentFilters, text: str | None, below: str, limit: int) -> Page:
    """One page, the latest first, and one document more where there are more."""
    name, parameters = _documents(filters, text, below, limit + 1)
    return (await store.read(_DOCUMENTS[name], parameters))[0]


def documents_described(
    filters: DocumentFilters, text: str | None, below: str, limit: int
) -> tuple[str, Json]:
    """The Cypher text of a page and its parameters."""
    name, parameters = _documents(filters, text, below, limit)
    values = {field: getattr(parameters, field) for field in type(parameters).__dataclass_fields__}
    return _DOCUMENTS[name].text, values


async def count_documents(store: Store, filters: DocumentFilters, text: str | None) -> int:
    """How many documents there are, over all pages."""
    if text is None:
        return (await store.read(COUNT_DOCUMENTS, filters))[0].value
    parameters = TextDocumentFilters(kind=filters.kind, publisher=filters.publisher, text=lucene(text))
    return (await store.read(COUNT_DOCUMENTS_BY_TEXT, parameters))[0].value


async def cases(store: Store, below: str, limit: int) -> Page:
    """One page, the case with the latest fact first, and one case more where there are more."""
    return (await store.read(CASES, CaseRange(below, limit + 1)))[0]


async def count_cases(store: Store) -> int:
    """How many cases there are."""
    return (await store.read(COUNT_CASES, Nothing()))[0].value


async def search(store: Store, text: str, limit: int) -> Found:
    """The best of each kind for what a person typed: names, aliases, misspellings."""
    found = await store.read(
        SEARCH, SearchText(lucene(text), lucene(text, every=False), text.strip().lower(), limit)
    )
    return found[0]


async def counts(store: Store) -> Counts:
    """How much the graph holds; zeros for an empty one."""
    found = await store.read(COUNTS, Nothing())
    return found[0] if found else Counts({}, 0, None)


async def revision(store: Store) -> int:
    """The number of the graph's last change; 0 for a graph that was never written."""
    found = await store.read(REVISION, Nothing())
    return found[0].revision if found else 0
