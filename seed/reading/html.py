"""The main text of a web page, and what its metadata says."""

import logging
import re
from typing import Any, Final

from graph.errors import InvalidInput
from seed.reading.clean import clean, one_line
from seed.reading.limits import Limits, within
from seed.reading.markup import drop_footnotes, mended, parsed
from seed.reading.matter import lenient
from seed.reading.published import published
from seed.reading.raw import Given

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})\b([^<>]{0,2000})")
_WHOLE: Final = re.compile(r"<(?:html|body|article|main)\b", re.IGNORECASE)
_FLAT: Final = frozenset(
    # Empty elements, and those whose end tag may be left out: they do not nest by being opened.
    "area base br col embed hr img input link meta source track wbr "
    "p li dt dd tr td th thead tbody tfoot option".split()
)
_UNREAD: Final = ("script", "style", "template", "noscript", "head", "nav", "footer", "form", "svg", "iframe")
_BLOCKS: Final = frozenset(
    "address article blockquote br dd div dl dt figcaption h1 h2 h3 h4 h5 h6 "
    "header hr li main ol p pre section table tr ul".split()
)
_SPACE: Final = re.compile(r"[ \t]+")
_BLANK: Final = re.compile(r"\s*\n\s*")


def read_html(page: str, limits: Limits, where: str) -> tuple[Given, str]:
    """Metadata and main text; headline first. Raises ``InvalidInput`` for a page that costs too much or says nothing.

    Telling the main part costs a fraction of a millisecond for each tag: of a page with very many, all text is taken,
    and of a piece of a page too.
    """
    within(len(page), limits.html, "the page", "characters", where)
    tags = _tags(page, limits, where)
    root = parsed(page) if tags <= limits.tags and _WHOLE.search(page) else None
    stated = published(root) if root is not None else None
    found = _extract(mended(root)) if root is not None else {}
    given = lenient({
        "title": found.get("title"),
        "url": found.get("url"),
        "publisher": found.get("sitename") or found.get("hostname"),
        "published": stated,
        "language": found.get("language") or _language(page),
    })  # fmt: skip
    text = clean(found.get("text") or "").strip() or _plain(page)
    if not re.search(r"\w", text):
        raise InvalidInput(
            "the page has no text", where=where, remedy="it may be made by scripts: save it as text"
        )
    return given, _headed(given.title, text)


def _extract(page: str) -> dict[str, Any]:
    """What trafilatura finds; nothing where the page is so broken that it gives up."""
    import trafilatura

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what it drops on its way is no news for our user
    extractor: Any = trafilatura
    try:
        document = extractor.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception:  # noqa: BLE001 - a page can break three libraries in ways that none of them lists
        return {}
    return document.as_dict() if document is not None else {}


def _tags(page: str, limits: Limits, where: str) -> int:
    """How many tags; refuses what nests so deep that a parser's time grows with the square."""
    depth = count = 0
    for match in _TAG.finditer(page):
        count += 1
        if match[2].lower() in _FLAT or match[3].endswith("/"):
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        within(depth, limits.depth, "the nesting of the page", "open elements", where)
    return count


def _language(page: str) -> str | None:
    found = re.search(
        r"<html\b[^<>]{0,2000}?\blang\s*=\s*[\"']?([A-Za-z-]{2,20})", page[:20_000], re.IGNORECASE
    )
    return found[1] if found else None


def _plain(page: str) -> str:
    """All text, a line for each block: for short pages in which no main part can be told, and for huge ones."""
    import lxml.html

    parser: Any = lxml.html
    content = f"<html><body>{page}</body></html>".encode(errors="replace")
    form = parser.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = parser.document_fromstring(content, parser=form)
    for element in list(root.iter(*_UNREAD)):
        if element.getparent() is not None:
            element.drop_tree()
    drop_footnotes(root)
    for element in root.iter(*_BLOCKS):
        element.text = f"\n{clean(element.text or '')}"
        element.tail = f"\n{clean(element.tail or '')}"
    text = clean("".join(str(part) for part in root.itertext()))
    return _BLANK.sub("\n", _SPACE.sub(" ", text)).strip()


def _headed(title: str | None, text: str) -> str:
    """The text under its headline, which says in one line who did what; not twice."""
    if title is None or one_line(title, 60).casefold() in one_line(text[:2000], 2000).casefold():
        return text
    return f"{title}\n\n{text}"
