"""From bytes to a source: which kind of content it is, its text in one normal form, and what is known of it."""

import re
from pathlib import PurePath
from typing import Final

from graph.errors import InvalidInput
from seed.ingest.rows import Source
from seed.language import languages
from seed.reading.clean import clean, garbled, one_line
from seed.reading.decode import decode
from seed.reading.formats import refuse_unread
from seed.reading.html import read_html
from seed.reading.limits import DEFAULT, Limits, within
from seed.reading.matter import checked, split
from seed.reading.pdf import read_pdf
from seed.reading.raw import Given, Raw

FORMS: Final[dict[str, str]] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf",
}  # fmt: skip
"""Endings that are read, and the form behind each."""

MEDIA: Final[dict[str, str]] = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
}
"""Media types that are read, and the form behind each."""

_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADING: Final = re.compile(r"^#[ \t]+(.{1,500}?)[ \t#]*$", re.MULTILINE)
_NO_TITLE: Final = re.compile(r"[.;,]$")


def form(raw: Raw) -> str:
    """``text``, ``markdown``, ``html`` or ``pdf``: by what the bytes show, what the server says, then the name."""
    if b"%PDF-" in raw.content[:1024]:
        return "pdf"
    said = MEDIA.get((raw.media_type or "").partition(";")[0].strip().lower())
    named = FORMS.get(PurePath(raw.name).suffix.lower()) if raw.url is None else None
    if (said or named) in (None, "text") and _HTML.match(raw.content[:4096].decode("latin-1")):
        return "html"
    return said or named or "text"


def read(raw: Raw, given: Given | None = None, limits: Limits = DEFAULT) -> Source:
    """The source that these bytes hold. What is given counts before what the document says of itself.

    Raises ``InvalidInput`` for what is no text, has none, or costs more than the limits.
    """
    within(len(raw.content), limits.content, "the document", "bytes", raw.name)
    kind = form(raw)
    unread: str | None = None
    if kind == "pdf":
        own, text, unread = read_pdf(raw.content, limits, raw.name)
    else:
        own, text = _read_text(raw, kind, limits)
    text = clean(text)
    if not re.search(r"\w", text):
        raise InvalidInput("there is no text in it", where=raw.name)
    within(len(text), limits.text, "the text", "characters", raw.name)
    stated = checked({name: getattr(given, name) for name in Given.__slots__}, raw.name) if given else Given()
    about = stated.over(Given(url=raw.url)).over(own)
    return Source(
        text=text,
        title=about.title or _title(text, kind),
        url=about.url,
        publisher=about.publisher,
        published=about.published,
        language=stated.language or _language(text, about.language),
        retrieved=raw.retrieved,
        kind=about.kind or "press",
        unread=unread,
        file=raw.file,
    )


def _read_text(raw: Raw, kind: str, limits: Limits) -> tuple[Given, str]:
    refuse_unread(raw.content, raw.name)
    text = decode(raw.content, raw.media_type)
    if garbled(text):
        raise InvalidInput("this is no text", where=raw.name, remedy="give plain text, Markdown, HTML or PDF")
    if kind == "html":
        return read_html(text, limits, raw.name)
    return split(clean(text), raw.name)


def _language(text: str, said: str | None) -> str | None:
    """The language that a text shows, in the variety that the document names; else what the document says."""
    shown = languages(text).main
    return said if shown is None or (said or "").partition("-")[0] == shown else shown


def _title(text: str, kind: str) -> str | None:
    """The first heading of Markdown, or a first line that stands alone and is no sentence."""
    start = text[:5000]
    if heading := _HEADING.search(start) if kind == "markdown" or start.lstrip().startswith("#") else None:
        return one_line(heading[1], 500) or None
    first, _, rest = start.strip().partition("\n")
    alone = rest.startswith("\n") and len(first) <= 200 and not _NO_TITLE.search(first)
    return (one_line(first, 500) or None) if alone else None
