"""The ways by which a text came: it is one document whatever way that was, and its row is made of all of them. Pure."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Final

from graph import dates
from graph.redaction import Redactions
from graph.vocabulary import DOCUMENT_KINDS
from seed.ingest.rows import Source, site

_RANK: Final = {kind: place for place, kind in enumerate(DOCUMENT_KINDS)}
"""Official before court before press and so on, as the vocabulary lists them."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to a document, and what it says of it. ``first`` and ``last`` are the days on which the text came by it.

    ``how`` is ``address``, ``file``, ``sent`` (over HTTP, or standard input), ``name`` (a note of our own), or
    ``unknown`` (of an earlier version); ``place`` is the address or the file's name. ``superseded_by`` is the document
    to which the address leads now.
    """

    id: str
    document: str
    how: str
    place: str | None
    kind: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    language: str | None
    retrieved: str | None
    first: str
    last: str
    superseded_by: str | None = None

    @property
    def key(self) -> str:
        """By this a way of a text is known again: the place; of a file or what was sent, also who published it."""
        by = self.publisher if self.how in {"sent", "file"} else None
        return "|".join(filter(None, (self.place or self.how, by)))

    @property
    def label(self) -> str:
        """The way as a person reads it."""
        return self.place or self.how


def of_row(row: Mapping[str, Any]) -> Way:
    """A way from its properties."""
    values: dict[str, Any] = {field.name: row.get(field.name) for field in fields(Way)}
    return Way(**values)


def by_key(rows: Iterable[Mapping[str, Any]]) -> dict[str, Way]:
    """Ways from their properties, by their keys."""
    return {one.key: one for one in map(of_row, rows)}


def way(source: Source, document: str, day: str, before: Mapping[str, Way], guard: Redactions | None) -> Way:
    """The way by which a source came on a day. One that is known keeps what it says, and gains what it lacks."""
    place = source.place or source.file
    named = "name" if source.address else "address" if source.url else "file"
    found = Way(
        id="",
        document=document,
        how=named if place else "sent",
        place=place,
        kind=source.kind,
        title=source.title,
        url=source.url,
        publisher=source.publisher,
        published=source.published,
        language=source.language,
        retrieved=source.retrieved,
        first=day,
        last=day,
    )
    if guard is not None:
        found = _clean(found, guard)
    if (old := before.get(found.key)) is None:
        return replace(found, id=f"{source.sha256[:20]}|{found.key}")
    told = {name: value for name, value in asdict(found).items() if getattr(old, name) is None}
    return replace(old, **told | {"superseded_by": old.superseded_by, "document": document, "last": day})


def _clean(found: Way, guard: Redactions) -> Way:
    """The way without the names of those who were redacted."""
    values = {name: guard.clean(value) for name, value in asdict(found).items() if isinstance(value, str)}
    return replace(found, **values | {"title": guard.prose(found.title)[0]})


def whole(source: Source, ways: Iterable[Way]) -> Source:
    """The text with what its ways tell of it, for its row: an address that leads there still before one that does not.

    An official page comes before the press, one with an address before one without; the day of publication is the first
    that is known.
    """
    known = sorted(ways, key=lambda one: (one.superseded_by is not None, *_order(one)))
    return _told(source, known)


def as_read(source: Source, ways: Iterable[Way]) -> Source:
    """The text with what all its ways tell of it, for an extractor: nothing of that is lost when an address changes."""
    return _told(source, sorted(ways, key=_order))


def _order(one: Way) -> tuple[Any, ...]:
    last = dates.last_day(one.published) if one.published else "9999"
    return _RANK[one.kind], one.url is None, one.publisher is None, last, one.id


def _told(source: Source, ranked: Sequence[Way]) -> Source:
    best = ranked[0]
    named = next((one for one in ranked if one.publisher or one.url), best)
    days = [one.published for one in ranked if one.published]
    return replace(
        source,
        title=next((one.title for one in ranked if one.title), None),
        url=best.url,
        publisher=best.publisher or (None if best.url else named.publisher or site(named.url)),
        published=min(days, key=dates.last_day, default=None),
        language=next((one.language for one in ranked if one.language), None),
        retrieved=min((one.retrieved for one in ranked if one.retrieved), default=None),
        kind=best.kind,
        address=best.place if best.how == "name" else None,
        file=best.place if best.how == "file" else None,
    )


def also_by(source: Source, ways: Iterable[Way]) -> tuple[str, ...]:
    """Who has published the text beside the publisher of its row."""
    own = source.publisher or site(source.url)
    return tuple(sorted({name for one in ways if (name := one.publisher or site(one.url))} - {own}))


def mark_of(source: Source) -> str:
    """What an extractor is told of a text beside the text: where that differs, it is read again."""
    published = None if source.kind == "note" else source.published
    told = [source.title, source.url, source.publisher, published]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]
