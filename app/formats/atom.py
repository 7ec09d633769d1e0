"""An Atom feed (RFC 4287) of a page of changes; feedgen writes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast
from urllib.parse import quote

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

Json = Mapping[str, Any]

MEDIA_TYPE: Final = "application/atom+xml"
_BEGINNING: Final = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed is called and where it stands: its own address, the page that shows the same, the service."""

    title: str
    address: str
    page: str
    home: str


def atom(feed: Feed, changes: Sequence[Json]) -> bytes:
    """The feed of these changes, the latest first; its ``updated`` is that of the latest."""
    made: Any = FeedGenerator()
    made.id(feed.address)
    made.title(feed.title)
    made.author(name="whofined")
    made.link(href=feed.address, rel="self", type=MEDIA_TYPE)
    made.link(href=feed.page, rel="alternate", type="text/html")
    made.updated(changes[0]["at"] if changes else _BEGINNING)
    made.generator("whofined")
    made.language("en")
    for change in changes:
        made.add_entry(_entry(feed, change), order="append")
    return cast("bytes", made.atom_str(pretty=True))


def _entry(feed: Feed, change: Json) -> Any:
    entry: Any = FeedEntry()
    entry.id(f"urn:uuid:{change['id']}")
    entry.title(change["summary"])
    entry.updated(change["at"])
    entry.published(change["at"])
    fact = change["fact"]
    page = f"{feed.home}/facts/{quote(fact['id'], safe='')}" if fact and fact["current"] else feed.page
    entry.link(href=page, rel="alternate", type="text/html")
    entry.category(term=change["kind"])
    reason = f" Reason: {change['reason']}" if change["reason"] else ""
    entry.content(f"{change['summary']}.{reason}", type="text")
    return entry
