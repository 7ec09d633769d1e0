"""When a text was published, as its address, its head or its byline tells."""

import re
from typing import Final

from seed.extract.values.dating import WEEKDAY, absolute, valid

_IN_URL: Final = re.compile(
    r"(?<=[/\-\s(_])(20[0-3]\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/\-_.?\s]|$)"
)
_DAY_FORMS: Final = (
    r"(\d{1,2}(?:st|nd|rd|th)?\s[A-Za-z]+\.?,?\s20\d\d"
    r"|[A-Za-z]+\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s20\d\d|20\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]20\d\d|\d{1,2}-\d{1,2}-20\d\d)"
)
_LINE_DATE: Final = re.compile(
    # Before the day: a byline or label that a sign ends, or words that only say what the date is.
    r"^(?:[\w ,.'()-]{0,40}?[,:|·–—/-]\s*)?"
    r"(?:(?:(?:first|last|originally)\s)?(?:published|posted|updated|modified|issued|released?|dated?|written|on|at|"
    r"by\s[\w.'’-]+(?:\s[\w.'’-]+){1,2}?)\s*:?\s+){0,3}"
    r"(?:(?:" + WEEKDAY + r")\.?,?\s+)?" + _DAY_FORMS +
    # After it: the hour, the author, or whatever a sign sets apart.
    r"(?:,?\s*(?:at\s|@\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?(?:\s\(?[A-Z]{2,5}\b\)?)?)?"
    r"(?:\s*\([^()]{1,60}\))?(?:\s+by\s[\w.'’-]+(?:\s[\w.'’-]+){0,3})?"
    r"(?:\s*[|/·–—-].{0,60})?$",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    r"^[^\w|]{0,4}(?:date|day|(?:date of )?(?:publi(?:shed|cation)|(?:the )?decision|adoption|issue)(?: date| on| at)?|"
    r"decided(?: on)?|adopted(?: on)?|posted|issued|released?)\W{1,5}"
    r"(?:(?:" + WEEKDAY + r")\.?,?\s+)?" + _DAY_FORMS + r"(?:[T ]\d\d:\d\d.{0,30})?$",
    re.IGNORECASE,
)
"""A day in a list of what is known of a text: "+ Date: 2022-02-10 20:50:56+00:00"."""
_DATELINE: Final = re.compile(
    r"^(?:[A-Z][\w .]{1,30},\s)?(\d{1,2}\s[A-Z][a-z]+\s20\d\d|[A-Z][a-z]+\.?\s\d{1,2},\s20\d\d)(?:\s*[.|–—:-]|\s*$)"
)
_BYLINE: Final = re.compile(
    r"(?:written |posted |story |reporting )?by:?\s[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3}(?:,\s[\w\s]{3,40})?",
    re.IGNORECASE,
)
_NOT_ITS_DAY: Final = re.compile(
    r"[^:]{0,30}\b(?:reviewed|accessed|retrieved|copyright|expir\w+|deadline|valid|comments?|replied|related|see also|"
    r"next|last visited)\b|©",
    re.IGNORECASE,
)
"""Lines of a foot or of somebody else, which hold a day too."""
_CHANGED: Final = re.compile(r"\b(?:updated?|modified|revised|edited|amended|corrected)\b", re.IGNORECASE)
_BROUGHT: Final = re.compile(r"\b(?:publi\w+|posted|issued|released?|written|dated?)\b", re.IGNORECASE)
"""Words before a day that say what it is: that of the last change counts only where no other stands at the head."""
_HEAD: Final = 60
_PARAGRAPH: Final = 120
_TOP: Final = 12
_SHORT: Final = 24
_BEGUN: Final = 3
"""So many paragraphs after which the head of a text is over."""
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"')\]]+")


def published(text: str, url: str | None) -> str | None:
    """The day of publication as the address or the head of the text tells it, or ``None``."""
    if found := _in_url(url or ""):
        return found
    lines = [line.strip() for line in text[:12_000].splitlines()[: _HEAD * 2] if line.strip()][:_HEAD]
    body = 0
    changed: str | None = None
    for line in (*lines, *_rejoined(lines[:_TOP])):
        body += len(line) > _PARAGRAPH
        if body > _BEGUN or _NOT_ITS_DAY.match(line):
            continue
        match = _LABELLED.match(line) or _LINE_DATE.match(line) or _DATELINE.match(line)
        if match and (value := absolute(_dotted(match[1]))):
            label = line[: match.start(1)]
            if not _CHANGED.search(label) or _BROUGHT.search(label):
                return max(value, _in_addresses(text) or "")
            changed = changed or value
    return max(filter(None, (changed, _in_addresses(text))), default=None)


def _rejoined(lines: list[str]) -> list[str]:
    """Three short lines at the head as one, where a conversion broke a day: "Warsaw, 19", "March", "2021"."""
    triples = zip(lines, lines[1:], lines[2:], strict=False)
    return [" ".join(three) for three in triples if all(len(line) < _SHORT for line in three)]


def _dotted(words: str) -> str:
    """A day with hyphens ("30-06-2020") as one with dots, which are read."""
    return words.replace("-", ".") if re.fullmatch(r"\d{1,2}-\d{1,2}-\d{4}", words) else words


def is_byline(line: str) -> bool:
    """Whether a line only says who wrote the text and when: nobody whom it is about."""
    return _LINE_DATE.match(line.strip()) is not None or _BYLINE.fullmatch(line.strip()) is not None


def _in_addresses(text: str) -> str | None:
    """The latest date in the addresses of a text, which links to what is older than itself."""
    return max(filter(None, map(_in_url, _ADDRESS.findall(text))), default=None)


def _in_url(url: str) -> str | None:
    found = ["-".join(part for part in match.groups() if part) for match in _IN_URL.finditer(url)]
    return valid(max(found)) if found else None
