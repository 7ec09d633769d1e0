"""The tree of a page, put right before its main part is told: what layout broke inside a sentence or a cell."""

import re
from typing import Any, Final

_INSIDE_CELL: Final = ("ul", "ol", "li", "p", "div", "dl", "dt", "dd")
_SENTENCE_END: Final = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
_GOES_ON: Final = re.compile(r"\s*[a-z\d£€$¥₹(,;&–—-]")
"""What a new sentence or a new item does not begin with."""


_NOTE: Final = re.compile(
    r"\s*(?:[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,4})[\])]?|[*†‡§¶]{1,3}|\[[^\]]{1,20}\])(?:\s*,\s*\d{1,3})*\s*"
)
"""What the mark of a footnote looks like."""
_BASE: Final = re.compile(r"(?:\b10|(?:^|[\s\d])(?:[kcm]?m|[xnab]))\s*$")
"""What a power or a unit of area stands at."""


def parsed(page: str) -> Any | None:
    """The root of a page, or ``None`` where a parser gives up on it."""
    import lxml.html

    parser: Any = lxml.html
    try:
        return parser.document_fromstring(
            page.encode(errors="replace"), parser=parser.HTMLParser(encoding="utf-8")
        )
    except Exception:  # noqa: BLE001 - a parser of broken pages, whose errors are listed nowhere
        return None


def mended(root: Any) -> str:
    """The page as text again, with plain cells in its tables and no line ends inside its sentences."""
    import lxml.html

    drop_footnotes(root)
    for cell in root.iter("td", "th"):
        _flatten(cell)
    for paragraph in root.iter("p", "li", "dd", "figcaption"):
        _join(paragraph)
    writer: Any = lxml.html
    return writer.tostring(root, encoding="unicode")


def drop_footnotes(root: Any) -> None:
    """Take away raised numbers and signs of footnotes, which would grow onto a sum, a year or a name.

    A power ("10<sup>6</sup>") and a unit ("m<sup>2</sup>") stay what they are.
    """
    for raised in list(root.iter("sup")):
        if raised.getparent() is None or not _NOTE.fullmatch(raised.text_content()):
            continue
        previous = raised.getprevious()
        before = (previous.tail if previous is not None else raised.getparent().text) or ""
        if raised.find(".//a") is None and _BASE.search(before):
            continue
        raised.drop_tree()


def _flatten(cell: Any) -> None:
    """Lists and paragraphs in a cell as words with commas: a row of a table is one line."""
    if next(cell.iter("table"), None) is not None:
        return
    inside = list(cell.iter(*_INSIDE_CELL))
    for inner in inside:
        if inner.getprevious() is not None:
            inner.text = f"{', ' if inner.tag == 'li' else ' '}{inner.text or ''}"
        elif (inner.getparent().text or "").strip():
            inner.text = f" {inner.text or ''}"
        inner.tail = f" {inner.tail}" if inner.tail and inner.tail.strip() else inner.tail
    for inner in inside:
        inner.drop_tag()


def _join(paragraph: Any) -> None:
    """A line break inside a sentence becomes a space."""
    for break_ in list(paragraph.iterchildren("br")):
        before, after = break_.getprevious(), break_.tail or ""
        written = (before.tail or before.text_content()) if before is not None else paragraph.text
        if written and written.strip() and not _SENTENCE_END.search(written) and _GOES_ON.match(after):
            break_.tail = f" {after.lstrip()}"
            break_.drop_tag()
