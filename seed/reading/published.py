"""The day of publication as a page itself states it: never that of a comment, a list, a table or a related article."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any, Final, cast

_DAY: Final = re.compile(r"\s*((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?!\d)")
_SLASHED: Final = re.compile(
    r"\s*(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,]?\s+)?(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
"""A day in figures whose order only the day of the week, or a number above twelve, tells."""
_MAIL: Final = re.compile(
    r"\s*(?:(?:mon|tue|wed|thu|fri|sat|sun),\s+)?\d{1,2}\s+[a-z]{3}\s+(?:19|20)\d\d\s+\d\d:\d\d",
    re.IGNORECASE,
)
"""RFC 5322: "Mon, 04 Mar 2024 17:57:00 GMT"."""
_MAIN: Final = re.compile(
    r"(?:article|posting|report|page|legislation|document|statement|release)$", re.IGNORECASE
)
"""Types of schema.org that a page as a whole has; lists, comments, videos and events are others."""
_PARTS: Final = ("mainEntity", "mainEntityOfPage", "@graph")
"""Where the article stands inside what describes the page."""
_META: Final = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date",
    "publication_date", "publication-date", "pubdate", "publishdate", "publish-date", "publish_date",
    "parsely-pub-date", "sailthru.date", "article.published", "citation_publication_date", "citation_date",
    "og:published_time",
)  # fmt: skip
"""Names of metadata by which pages give their day, the most exact first."""
_ELSEWHERE: Final = re.compile(
    r"comment|related|recommend|footer|sidebar|widget|teaser|promo|latest|popular|trending|more-|also-|\bnav|listing|cookie",
    re.IGNORECASE,
)
"""Classes and ids of what stands on a page beside its article."""
_OUTSIDE: Final = frozenset({"footer", "aside", "nav", "table", "form", "blockquote"})


def published(root: Any) -> str | None:
    """The day of a parsed page (lxml), as ``YYYY-MM-DD`` or ``YYYY-MM``, or ``None`` where it states none."""
    return _linked_data(root) or _metadata(root) or _marked_up(root)


def day(value: object) -> str | None:
    """The day at the beginning of an ISO 8601 time, of one as mail has it, or of "Mon, 03/04/2024 - 17:57"."""
    if not isinstance(value, str):
        return None
    if found := _DAY.match(value):
        return "-".join(part for part in found.groups() if part)
    if found := _SLASHED.match(value):
        return _by_weekday(found[1], int(found[2]), int(found[3]), int(found[4]))
    if _MAIL.match(value):
        with suppress(ValueError):
            return parsedate_to_datetime(value.strip()).date().isoformat()
    return None


def _by_weekday(weekday: str | None, first: int, second: int, year: int) -> str | None:
    """Of the two orders of day and month the one that the calendar and the day of the week allow, if only one."""
    days: set[date] = set()
    for month, number in ((first, second), (second, first)):
        with suppress(ValueError):
            days.add(date(year, month, number))
    if weekday:
        days = {one for one in days if one.strftime("%a").lower() == weekday.lower()}
    return days.pop().isoformat() if len(days) == 1 else None


def _linked_data(root: Any) -> str | None:
    """``datePublished`` of the page's own article in JSON-LD."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            described = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _described(described, 0):
            if found := day(item.get("datePublished")):
                return found
    return None


def _described(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    """The page and its article; not what is nested in them by any other name (comments, items, authors)."""
    if depth > 4:
        return
    if isinstance(value, list):
        for one in cast("list[object]", value):
            yield from _described(one, depth + 1)
    elif isinstance(value, dict):
        item = cast("dict[str, Any]", value)
        types = item.get("@type")
        names = cast("list[object]", types if isinstance(types, list) else [types])
        if any(_MAIN.search(str(name)) for name in names):
            yield item
        for part in _PARTS:
            yield from _described(item.get(part), depth + 1)


def _metadata(root: Any) -> str | None:
    given: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name not in given and (found := day(meta.get("content"))) and not _is_elsewhere(meta):
            given[name] = found
    return next((given[name] for name in _META if name in given), None)


def _marked_up(root: Any) -> str | None:
    """The first ``time`` (or ``itemprop="datePublished"``) of the article that stands in its head or by its byline."""
    marked: list[str] = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        stated = (element.get("itemprop") or "").lower() == "datepublished"
        if not stated and element.tag != "time":
            continue
        found = day(element.get("datetime") or element.get("content") or element.text)
        if found is None or _is_elsewhere(element):
            continue
        if stated or element.get("pubdate") is not None:
            return found
        if _is_in_running_text(element):
            continue
        marked.append(found)
    return marked[0] if len(set(marked)) == 1 else None


def _is_elsewhere(element: Any) -> bool:
    """Whether it stands in a footer, a table, a comment, or what is said of another article."""
    inner = 0
    for one in (element, *element.iterancestors()):
        if one.tag in _OUTSIDE or _ELSEWHERE.search(f"{one.get('class') or ''} {one.get('id') or ''}"):
            return one.tag not in {"html", "body", "main"}
        inner += one.tag == "article"
    return inner > 1


def _is_in_running_text(element: Any) -> bool:
    """Whether it is a day that a sentence tells of, and not a line of its own."""
    parent = element.getparent()
    around = "".join(parent.itertext()) if parent is not None else ""
    return len(around) > 150
