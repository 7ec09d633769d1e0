"""When a text was published, as its address, its head or its byline tells."""

import re
from typing import Final

from seed.extract.dating import WEEKDAY, absolute, valid

_IN_URL: Final = re.compile(
    r"(?<=[/\-\s(_])(20[0-3]\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/\-_.?\s]|$)"
)
_DAY_FORMS: Final = (
    r"(\d{1,2}(?:st|nd|rd|th)?\s[A-Za-z]+\.?,?\s20\d\d"
    r"|[A-Za-z]+\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s20\d\d|20\d\d-\d\d-\d\d)"
)
_LINE_DATE: Final = re.compile(
    # Before the day: a byline or label that a sign ends, or words that only say what the date is.
    r"^(?:[\w ,.'()-]{0,40}?[,:|·–—-]\s*)?"
    r"(?:(?:(?:first|last|originally)\s)?(?:published|posted|updated|modified|issued|released?|dated?|written|on|at|"
    r"by\s[\w.'’-]+(?:\s[\w.'’-]+){1,2}?)\s*:?\s+){0,3}"
    r"(?:(?:" + WEEKDAY + r")\.?,?\s+)?" + _DAY_FORMS +
    # After it: the hour, the author, or whatever a sign sets apart.
    r"(?:,?\s*(?:at\s|@\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?(?:\s\(?[A-Z]{2,5}\b\)?)?)?"
    r"(?:\s*\([^()]{1,60}\))?(?:\s+by\s[\w.'’-]+(?:\s[\w.'’-]+){0,3})?"
    r"(?:\s*[|/·–—-].{0,60})?$",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(
    r"^(?:[A-Z][\w .]{1,30},\s)?(\d{1,2}\s[A-Z][a-z]+\s20\d\d|[A-Z][a-z]+\.?\s\d{1,2},\s20\d\d)(?:\s*[.|–—:-]|\s*$)"
)
_BYLINE: Final = re.compile(
    r"(?:written |posted |story |reporting )?by:?\s[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3}(?:,\s[\w\s]{3,40})?",
    re.IGNORECASE,
)
_HEAD: Final = 60


def published(text: str, url: str | None) -> str | None:
    """The day of publication as the address or the head of the text tells it, or ``None``."""
    if found := _in_url(url or ""):
        return found
    lines = [line.strip() for line in text[:12_000].splitlines()[: _HEAD * 2] if line.strip()][:_HEAD]
    for line in lines:
        match = _LINE_DATE.match(line) or _DATELINE.match(line)
        if match and (value := absolute(match[1])):
            return max(value, _in_url(text) or "")
    return _in_url(text)


def is_byline(line: str) -> bool:
    """Whether a line only says who wrote the text and when: nobody whom it is about."""
    return _LINE_DATE.match(line.strip()) is not None or _BYLINE.fullmatch(line.strip()) is not None


def _in_url(text: str) -> str | None:
    """The latest date in the addresses: a text links to what is older than itself."""
    found = ["-".join(part for part in match.groups() if part) for match in _IN_URL.finditer(text)]
    return valid(max(found)) if found else None
