"""Times in questions: a span of days, or the one day on which something is asked to stand."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_MONTHS: Final = {
    name: number
    for number in range(1, 13)
    for name in (calendar.month_name[number].lower(), calendar.month_abbr[number].lower())
} | {"sept": 9}
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR: Final = r"(?:19|20)\d{2}"
_DATE: Final = (
    rf"(?:\d{{4}}-\d{{2}}(?:-\d{{2}})?(?!\d)|(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{_MONTH})\.?,?\s+"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?{_YEAR}\b|\b{_YEAR}\b(?!-\d\d?\b))"
)
_PART: Final = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{_MONTH})\b\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?)"
)
"""A month, or a day of one, whose year stands later."""
_COUNT: Final = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"a": 1, "couple of": 2, "few": 3}
_NUMBER: Final = rf"\d{{1,3}}|{'|'.join(_COUNT)}"
_QUARTERS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "last": 4,
}
_ORDINAL: Final = "|".join(_QUARTERS)

_BETWEEN: Final = re.compile(
    rf"\b(?:between|from|in|during)?\s*(?:the\s+years?\s+)?(?P<a>{_DATE}|\b{_PART})\s*(?:and|to|until|till|through|-|–|—)\s*(?P<b>{_DATE})",
    re.IGNORECASE,
)
_HALF: Final = re.compile(
    rf"\b(?:in|during|of)?\s*(?:the\s+)?(?:(?P<part>{_ORDINAL})\s+(?P<unit>half|quarter)|(?P<short>[QH])(?P<n>[1-4]))\s*(?:of\s+|in\s+|/)?(?P<year>{_YEAR})\b",
    re.IGNORECASE,
)
_DECADE: Final = re.compile(r"\b(?:in|during)?\s*(?:the\s+)?(?P<year>(?:19|20)\d)0['’]?s\b", re.IGNORECASE)
_EVENTS: Final = {"gdpr": "2018-05-25", "brexit": "2020-02-01"}
"""The first day of what people date things by."""
_EVENT: Final = re.compile(
    rf"\b(?:(?P<word>since|after|before|prior\s+to|until|till)\s+(?:the\s+)?|(?P<pre>pre|post)-)(?P<event>{'|'.join(_EVENTS)})\b"
    r"(?:['’]s\s+(?:start|entry into force))?"
    r"(?:\s+(?:came\s+in(?:to\s+(?:force|effect))?|took\s+effect|entered\s+into\s+force|began|started|applied|applies|existed|happened|"
    r"became\s+(?:law|applicable)|was\s+(?:in\s+force|introduced)))?",
    re.IGNORECASE,
)
_AGO: Final = re.compile(rf"\b(?P<n>{_NUMBER})\s+years?\s+ago\b", re.IGNORECASE)
_LAST: Final = re.compile(
    rf"\b(?:in|over|during|within|for)?\s*(?:the\s+)?(?:last|past|previous|recent)\s+(?P<n>{_NUMBER})?\s*(?P<unit>year|month|week|day|decade)s?\b",
    re.IGNORECASE,
)
_THIS: Final = re.compile(
    r"\b(?:so\s+far\s+|in\s+|during\s+)?this\s+(?P<unit>year|month)\b(?:\s+so\s+far)?", re.IGNORECASE
)
_EDGE: Final = re.compile(
    rf"\b(?P<word>since|from|after|before|until|till|up\s+to)\s+(?:the\s+)?(?P<edge>start|beginning|end|close|turn)\s+of\s+(?P<year>{_YEAR})\b",
    re.IGNORECASE,
)
_END: Final = re.compile(rf"\b(?:at|by|as\s+of)\s+the\s+end\s+of\s+(?P<year>{_YEAR})\b", re.IGNORECASE)
_BOUND: Final = re.compile(
    rf"\b(?:(?P<word>since|from|after|later\s+than|before|prior\s+to|earlier\s+than|until|till|up\s+to|through|by|as\s+of|as\s+at|starting(?:\s+in)?|following|on|in|during|of|for|dated|around|throughout|within)\s+)?"
    rf"(?:(?:the\s+)?year\s+(?:of\s+)?)?(?P<a>{_DATE})(?P<on>\s+(?:onwards?|and\s+later|and\s+after|or\s+later|or\s+after))?(?P<down>\s+(?:or|and)\s+(?:earlier|before))?",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Time:
    """A span of days, both ends in, as found at ``start`` to ``end`` of the question; ``day`` where it is one day."""

    start: int
    end: int
    day_from: str | None
    day_to: str | None
    text: str
    day: str | None = None


def events(text: str, today: date) -> list[Time]:
    """The times that a text gives by what began on them, "before the GDPR": they are read before any name."""
    return [Time(*match.span(), *_event(match, today)) for match in _EVENT.finditer(text)]


def find(text: str, today: date) -> list[Time]:
    """The times of a question, without overlaps."""
    found: list[Time] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            if any(match.start() < one.end and one.start < match.end() for one in found):
                continue
            bounds = read(match, today)
            if bounds is not None:
                start = match.start() + len(match.group()) - len(match.group().lstrip())
                found.append(Time(start, match.end(), *bounds))
    return sorted(found, key=lambda one: one.start)


Bounds = tuple[str | None, str | None, str, str | None]


def _between(match: re.Match[str], _: date) -> Bounds | None:
    begun = match["a"]
    if not re.search(_YEAR, begun):
        begun = f"{begun} {re.findall(_YEAR, match['b'])[-1]}"
    first, last = _span(begun), _span(match["b"])
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1], f"from {begun} to {match['b']}", None


def _half(match: re.Match[str], _: date) -> Bounds | None:
    year = match["year"]
    halves = (match["unit"] or match["short"]).lower() in {"half", "h"}
    number = int(match["n"]) if match["n"] else _QUARTERS[match["part"].lower()]
    months = 6 if halves else 3
    number = 2 if halves and match["part"] and match["part"].lower() == "last" else number
    last = number * months
    if last > 12:
        return None
    first = last - months + 1
    name = f"{'half' if halves else 'quarter'} {number} of {year}"
    return f"{year}-{first:02}-01", _last_day(int(year), last), f"in {name}", None


def _decade(match: re.Match[str], _: date) -> Bounds | None:
    return f"{match['year']}0-01-01", f"{match['year']}9-12-31", f"in the {match['year']}0s", None


def _last(match: re.Match[str], today: date) -> Bounds | None:
    unit, count = match["unit"].lower(), match["n"]
    if (
        count is None
        and unit == "year"
        and not re.search(r"\b(?:past|recent)\b|\bin\s+the\b|\bover\b", match.group(), re.IGNORECASE)
    ):
        year = today.year - 1
        return f"{year}-01-01", f"{year}-12-31", f"in {year}", None
    number = 1 if count is None else _COUNT.get(count.lower()) or int(count)
    since = _back(today, unit, number)
    return since.isoformat(), today.isoformat(), f"since {_said(since)}", None


def _this(match: re.Match[str], today: date) -> Bounds | None:
    if match["unit"].lower() == "year":
        return f"{today.year}-01-01", f"{today.year}-12-31", f"in {today.year}", None
    return f"{today:%Y-%m}-01", _last_day(today.year, today.month), f"in {today:%B %Y}", None


def _end(match: re.Match[str], _: date) -> Bounds | None:
    day = f"{match['year']}-12-31"
    return None, day, f"until the end of {match['year']}", day


def _edge(match: re.Match[str], _: date) -> Bounds | None:
    """Since the start, or before the end, of a year; "since the end" takes only what came after it."""
    year, word = int(match["year"]), " ".join(match["word"].lower().split())
    late = match["edge"].lower() in {"end", "close"}
    text = f"{word} the {match['edge'].lower()} of {year}"
    if word in {"since", "from", "after"}:
        return f"{year + late}-01-01", None, text, None
    return None, f"{year - (not late)}-12-31", text, None


def _event(match: re.Match[str], _: date) -> Bounds:
    """Before or since a day that everybody knows by what began on it."""
    begun = date.fromisoformat(_EVENTS[match["event"].lower()])
    word = " ".join((match["word"] or match["pre"]).lower().split())
    if word in {"since", "after", "post"}:
        return begun.isoformat(), None, f"since {_said(begun)}", None
    return None, _next(begun.isoformat(), -1), f"before {_said(begun)}", None


def _ago(match: re.Match[str], today: date) -> Bounds | None:
    year = today.year - (_COUNT.get(match["n"].lower()) or int(match["n"]))
    return f"{year}-01-01", f"{year}-12-31", f"in {year}", None


def _bound(match: re.Match[str], _: date) -> Bounds | None:
    span = _span(match["a"])
    if span is None:
        return None
    first, last = span
    word = " ".join((match["word"] or "").lower().split())
    said = _said(date.fromisoformat(first)) if first == last else match["a"]
    one = re.search(
        r"\b(?:fine|penalty|decision|order|one|ruling|case)\s*$", match.string[: match.start()], re.IGNORECASE
    )
    if (
        word in {"since", "starting", "starting in"}
        or match["on"]
        or (word == "from" and first != last and not one)
    ):
        return first, None, f"since {said}", None
    if word in {"after", "later than", "following"}:
        return _next(last), None, f"after {said}", None
    if word in {"before", "prior to", "earlier than"}:
        return None, _next(first, -1), f"before {said}", None
    if word in {"until", "till", "up to", "through", "by"} or match["down"]:
        return None, last, f"until {said}", None
    return first, last, f"on {said}" if first == last else f"in {said}", first if first == last else None


_READERS: Final = (
    (_EDGE, _edge),
    (_AGO, _ago),
    (_END, _end),
    (_HALF, _half),
    (_BETWEEN, _between),
    (_DECADE, _decade),
    (_LAST, _last),
    (_THIS, _this),
    (_BOUND, _bound),
)


def _span(text: str) -> tuple[str, str] | None:
    """First and last day of a date as written; ``None`` where there is no such day."""
    iso = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", text)
    if iso:
        year, month, day = int(iso[1]), int(iso[2]), iso[3] and int(iso[3])
    else:
        named = re.search(rf"\b({_MONTH})\b", text, re.IGNORECASE)
        year = int(re.findall(rf"{_YEAR}", text)[-1])
        month = _MONTHS[named[1].lower()] if named else None
        number = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", text)
        day = int(number[1]) if number and named else None
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= month <= 12:
        return None
    if not day:
        return f"{year}-{month:02}-01", _last_day(year, month)
    if day > calendar.monthrange(year, month)[1]:
        return None
    whole = f"{year}-{month:02}-{day:02}"
    return whole, whole


def _last_day(year: int, month: int) -> str:
    return f"{year}-{month:02}-{calendar.monthrange(year, month)[1]}"


def _next(day: str, by: int = 1) -> str:
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()


def _back(today: date, unit: str, number: int) -> date:
    if unit in {"day", "week"}:
        return today - timedelta(days=number * (7 if unit == "week" else 1))
    months = number * {"year": 12, "decade": 120, "month": 1}[unit]
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    year = max(year, 1)
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
