"""Dates in running text, resolved against the day of publication, with the precision that the words give."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from graph import dates
from graph.errors import InvalidInput

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
        "|november nov|december dec".split("|"),
        1,
    )
    for name in names.split()
}
_DAYS: Final = {
    n: i for i, n in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_SEASONS: Final = ("spring", "summer", "autumn", "fall", "winter")
_FULL: Final = "|".join(name for name in _MONTHS if len(name) > 4 or name in {"may", "june", "july"})
_SHORT: Final = "|".join(name for name in _MONTHS if name not in _FULL.split("|"))
_MONTH: Final = rf"(?P<month{{0}}>(?:{_FULL})\b|(?:{_SHORT})\b\.?)"
WEEKDAY: Final = "|".join(_DAYS)
_YEAR: Final = r"(?P<year{0}>(?:19|20)\d\d)(?![\d%]|[.,]\d)"
_SAME: Final = r"of\sth(?:e\ssame|at)\syear|that(?:\ssame)?\syear|the\ssame\syear"
_WHICH: Final = r"last\syear|this\syear|next\syear|of\slast\syear|of\sthis\syear|" + _SAME
_NUMBERS: Final = "one two three four five six seven eight nine ten eleven twelve".split()
_COUNT: Final = r"(?:\d{1,2}|a|an|" + "|".join(_NUMBERS) + ")"

_DATE: Final = re.compile(
    r"(?<![\w/])(?:"
    rf"(?P<iso>(?:19|20)\d\d-\d\d(?:-\d\d)?)\b"
    rf"|(?P<slashed>\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d)\b"
    rf"|(?:(?:{WEEKDAY}),?\s(?:the\s)?)?(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH.format(1)}(?:,?\s(?:of\s)?(?:{_YEAR.format(1)}|(?P<which1>{_WHICH})))?)"
    rf"|(?:(?:{WEEKDAY}),?\s)?{_MONTH.format(2)}\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[,.]\d{{3}})(?:,?\s(?:{_YEAR.format(2)}|(?P<which2>{_WHICH})))?"
    rf"|(?:(?P<part>early|mid|late|the\send\sof|end\sof|the\sstart\sof|the\sbeginning\sof)[-\s])?"
    rf"(?P<rel>last\s|this\s|next\s|the\sfollowing\s)?{_MONTH.format(3)}(?:,?\s(?:of\s|in\s)?(?:{_YEAR.format(3)}|(?P<which3>{_WHICH})))?"
    rf"|(?P<weekday>(?:last\s|this\s|next\s)?(?:{WEEKDAY}))\b"
    rf"|(?P<word>today|yesterday|last\snight|this\sweek|last\sweek|earlier\sthis\sweek|this\smonth|last\smonth|earlier\sthis\smonth"
    rf"|earlier\sthis\syear|this\syear|last\syear|(?:the\s)?(?:previous|prior)\syear|the\syear\sbefore|a\syear\s(?:before|earlier)"
    rf"|{_SAME}|the\sfollowing\syear|the\sday\sbefore|the\snext\sday|the\sfollowing\sday|the\sday\safter)\b"
    rf"|(?P<ago>{_COUNT})\s(?P<unit>day|week|month|year)s?\s(?P<way>ago|earlier|before|later|after)\b(?!\s(?:the|a|an|its|his|her|their|it|he|she|they)\s)"
    rf"|(?:(?P<season>{'|'.join(_SEASONS)})\s(?:of\s)?|(?:the\s)?(?:start|end|beginning|middle|course)\sof\s)?{_YEAR.format(4)}(?!/\d{{3}}|/\d{{1,2}}/|-\d)(?:/\d\d)?"
    r")",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"(?:\b(?:regulations?|directives?|laws?|acts?|decisions?|deliberations?|cases?|rules|codes?|orders?|ordinances?|statutes?|decrees?|nos?|nrs?"
    r"|numbers?|files?|ref)\b\.?(?:\s\([A-Z]{2,4}\))?(?:\s(?:no|nr)\.?)?|\b(?-i:[A-Z]{3,6}))[\s:]*$",
    re.IGNORECASE,
)
"""What makes the digits after it the number or the name of a law, a case or a paper."""
_OF_A_LAW: Final = re.compile(
    r"\b(?:regulation|directive|law|act|decree|statute|ordinance)s?(?:\s\([A-Z]{2,4}\))?\s(?:no\.?\s)?\d+/\d{2,4},?\sof\s$",
    re.IGNORECASE,
)
"""What makes a day that of a law: "Law 39/2015, of 1 October"."""
_FIRST_NAME: Final = re.compile(
    r"(?:Jan|April|June|August|May) (?!January|February|March|April|May|June|July)[A-Z][a-z]+"
)
"""Months that people are called by, before a surname."""
_NOT_MONTH: Final = re.compile(r"\b(?:may|march)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at its place in the view; ``date`` is ``None`` where nothing fixes the year."""

    start: int
    end: int
    date: str | None
    text: str


@dataclass(slots=True)
class Calendar:
    """What dates are resolved against: the day of publication, and the last date that the text gave."""

    published: str | None
    last: str | None = None

    @property
    def day(self) -> date | None:
        """The day of publication where it is known to the day; else the last day that it may mean."""
        try:
            return date.fromisoformat(dates.last_day(self.published)) if self.published else None
        except InvalidInput:
            return None

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return bool(self.published) and len(self.published or "") == len("2022-05-18")


def find(text: str, calendar: Calendar, offset: int = 0) -> list[DateMention]:
    """All dates in a sentence, resolved in order, so that "the same year" can look back."""
    found: list[DateMention] = []
    for match in _DATE.finditer(text):
        words = match.group()
        if _NOT_MONTH.fullmatch(words) and not _is_month(text, match):
            continue
        if _OF_A_LAW.search(text[max(0, match.start() - 60) : match.start()]):
            continue
        if match["year4"] and words[:1].isdigit() and _is_numbered(text, match):
            continue
        if match["month3"] == words and _FIRST_NAME.match(text, match.start()) and not _is_month(text, match):
            continue
        value = _resolve(match, calendar)
        if value is not None:
            calendar.last = value
        found.append(DateMention(match.start() + offset, match.end() + offset, value, words))
    return found


def _is_numbered(text: str, match: re.Match[str]) -> bool:
    """Whether four digits are the name of a law ("PECR 2003") or the number of a case ("2021/17"), and no year."""
    before = text[max(0, match.start() - 40) : match.start()]
    return _NUMBERED.search(before) is not None or text[match.end() : match.end() + 1] == "/"


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether a lone "May" or "March" is the month: capitalised, after a preposition or at the end of a bracket."""
    before = text[: match.start()].rstrip().lower()
    return match.group()[0].isupper() and (
        bool(re.search(r"\b(?:in|since|until|by|of|from|last|between|to|early|late|mid|for|during)$", before))
        or before.endswith("(")
    )


def _resolve(match: re.Match[str], calendar: Calendar) -> str | None:
    if match["iso"]:
        return valid(match["iso"])
    if match["slashed"]:
        return _slashed(match["slashed"])
    for n in ("1", "2"):
        if match["month" + n]:
            return _with_month(match, n, calendar, int(match["day" + n]))
    if match["month3"]:
        return _with_month(match, "3", calendar, None)
    if match["weekday"]:
        return _weekday(match["weekday"].lower(), calendar)
    if match["word"]:
        return _word(re.sub(r"\s+", " ", match["word"].lower()), calendar)
    if match["ago"]:
        return _ago(match, calendar)
    return match["year4"]


def valid(text: str) -> str | None:
    """The text if it is a date that exists, else ``None``."""
    try:
        dates.precision(text)
    except InvalidInput:
        return None
    return text


def _slashed(text: str, *, month_first: bool = False) -> str | None:
    """Day first, as most of the world writes it, unless that gives no month."""
    one, two, year = re.split(r"[./]", text)
    swapped = int(two) > 12 or (month_first and int(one) <= 12)
    day, month = (int(two), int(one)) if swapped else (int(one), int(two))
    return valid(f"{year}-{month:02}-{day:02}")


def month_first(found: DateMention) -> DateMention:
    """The same date where it is written as Americans do ("03/04/2022" is the fourth of March); others as they are."""
    if not re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", found.text):
        return found
    return replace(found, date=_slashed(found.text, month_first=True))


def says_month_first(texts: Iterable[str]) -> bool:
    """Whether dates of a document can only be read with the month first ("05/23/2022"), and none with the day first."""
    pairs = [
        tuple(map(int, text.split("/")[:2])) for text in texts if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", text)
    ]
    return any(two > 12 for _, two in pairs) and not any(one > 12 for one, _ in pairs)


def _with_month(match: re.Match[str], n: str, calendar: Calendar, day: int | None) -> str | None:
    month = _MONTHS[match["month" + n].lower().rstrip(".")]
    year = match["year" + n]
    which = re.sub(r"\s+", " ", (match["which" + n] or "").lower())
    number = int(year) if year else _year(month, day, which or (match["rel"] or "").strip().lower(), calendar)
    if number is None:
        return None
    return valid(f"{number}-{month:02}" + (f"-{day:02}" if day else ""))


def _year(month: int, day: int | None, which: str, calendar: Calendar) -> int | None:
    """The year of a month without one: the last such month before publication, unless a word says which."""
    today = calendar.day
    if "same" in which or "that" in which or (which == "the following" and calendar.last):
        return int(calendar.last[:4]) if calendar.last else None
    if today is None:
        return int(calendar.last[:4]) if calendar.last else None
    if "last year" in which:
        return today.year - 1
    if "next" in which:
        return today.year + (month <= today.month)
    if "this" in which:
        return today.year
    later = (month, day or 1) > (today.month, today.day)
    if which == "last" and month == today.month:
        return today.year - 1
    return today.year - 1 if later else today.year


def _weekday(words: str, calendar: Calendar) -> str | None:
    today = calendar.day
    if today is None or not calendar.exact:
        return calendar.published
    wanted = _DAYS[words.rsplit(maxsplit=1)[-1]]
    if words.startswith("next"):
        return None
    back = (today.weekday() - wanted) % 7
    return (today - timedelta(days=back)).isoformat()


def _word(words: str, calendar: Calendar) -> str | None:  # noqa: PLR0911 - one return a kind of words
    today, last = calendar.day, calendar.last
    if "same" in words or words in {"that year", "of that year"}:
        return last[:4] if last else None
    if words in {"the year before", "a year before", "a year earlier"} or words.endswith(
        ("previous year", "prior year")
    ):
        return str(int(last[:4]) - 1) + (last[4:7] if words.startswith("a ") else "") if last else None
    if words == "the following year":
        return str(int(last[:4]) + 1) if last else None
    if words in {"the day before", "the next day", "the following day", "the day after"}:
        return _shift_day(last, -1 if words.endswith("before") else 1)
    if today is None:
        return None
    if words in {"today", "yesterday", "last night"} and not calendar.exact:
        return calendar.published
    day = {"today": 0, "yesterday": 1, "last night": 1}.get(words)
    if day is not None:
        return (today - timedelta(days=day)).isoformat()
    if "week" in words:
        moved = today - timedelta(days=7) if words.startswith("last") else today
        return moved.isoformat()[:7]
    if "month" in words:
        moved = today.replace(day=1) - timedelta(days=1) if words.startswith("last") else today
        return moved.isoformat()[:7]
    return str(today.year - 1) if words == "last year" else str(today.year)


def _shift_day(value: str | None, days: int) -> str | None:
    if value is None or len(value) < 10:
        return value
    return (date.fromisoformat(value) + timedelta(days=days)).isoformat()


def _ago(match: re.Match[str], calendar: Calendar) -> str | None:
    words = match["ago"].lower()
    count = int(words) if words.isdigit() else (_NUMBERS.index(words) + 1 if words in _NUMBERS else 1)
    forward = match["way"].lower() in {"later", "after"}
    anchor = calendar.day if match["way"].lower() == "ago" else _anchor(calendar.last)
    if anchor is None:
        return None
    sign = 1 if forward else -1
    unit = match["unit"].lower()
    if unit in {"day", "week"}:
        return (anchor + timedelta(days=sign * count * (7 if unit == "week" else 1))).isoformat()[
            : 10 if unit == "day" else 7
        ]
    months = anchor.year * 12 + anchor.month - 1 + sign * count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    day = min(anchor.day, monthrange(year, month + 1)[1])
    moved = date(year, month + 1, day).isoformat()
    return moved[:7] if unit == "month" else moved[: 7 if forward else 4]


def _anchor(value: str | None) -> date | None:
    return date.fromisoformat(dates.first_day(value)) if value else None


def absolute(words: str) -> str | None:
    """The first date of some words that needs nothing else to be resolved, or ``None``."""
    match = _DATE.search(words)
    return _resolve(match, Calendar(None)) if match else None
