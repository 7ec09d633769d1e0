"""Whether a page says what a fact says, with the shortest words in which it does. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Final, Literal

from graph import dates
from graph.money import money, units
from seed.extract.types import Claim, Party
from seed.import_.parties import bare

Found = Literal["says_so", "says_otherwise", "not_found"]

_SENTENCE: Final = re.compile(r"[^\s].*?(?:[.!?][\"”’)]*(?=\s+[^\sa-z])|(?=\n)|\Z)", re.DOTALL)
_LONGEST: Final = 600
_TOGETHER: Final = 3
"""Sentences that may say it together: a name in one, the sum in the next."""
_GAP: Final = r"[.,'’\s\u00a0\u202f]?"
_SCALES: Final = (
    (Decimal(10**9), r"(?:bn|billion|billones|milliards?|miliardi|miljard|mrd)"),
    (Decimal(10**6), r"(?:m|mn|mio|mln|mill|million|millions|millones|milioni|milion\w*|miljoen|miljon\w*|millionen)"),
    (Decimal(1000), r"(?:k|thousand|mille|mil|tausend|tusen|duizend|tys)"),
)  # fmt: skip
_WORDS: Final = {
    "FINED": r"fine[ds]?\b|penalt|sanction|multa|amende|bu(?:ß|ss)geld|geldbu|boete|b[øo]te|sanci[oó]n",
    "PROPOSED_FINE": r"inten|propos|preliminar",
    "ORDERED": r"order|\bban|prohibit|direct|must|requir|ordonn|anordn|orden",
    "REPRIMANDED": r"reprimand|rebuke|warn|verwarn|avertiss|apercib",
    "FOUND_BREACH": r"breach|infring|violat|unlawful|illegal|contraven",
    "SUED": r"\bsue[ds]?\b|lawsuit|complaint|filed|action against",
    "SETTLED_WITH": r"settle|agreed? to pay|consent|resol",
}
"""Words by which pages say each relation, where no sum says it."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a fact says. ``authority`` and ``target`` are all names of the two."""

    relation: str
    subject: str
    object: str
    authority: tuple[str, ...]
    target: tuple[str, ...]
    amount_minor: int | None
    currency: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Support:
    """What a page says of it; the words with their place in the text, and the other sum where it gives one."""

    found: Found
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    amount_minor: int | None = None


def support(text: str, claimed: Claimed, read: Sequence[Claim]) -> Support:
    """Find the shortest words that say it; else what was ``read`` of the page and says otherwise; else nothing."""
    best = min(
        (span for span in _windows(text) if _says(text[span[0] : span[1]], claimed)),
        key=lambda span: span[1] - span[0],
        default=None,
    )
    if best is not None:
        return Support("says_so", text[best[0] : best[1]], *best)
    for one in read:
        other = _other_sum(one, claimed)
        if other is not None:
            return Support("says_otherwise", one.quote, one.start, one.end, other)
    return Support("not_found")


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Each sentence, and up to three in a row, as places in the text."""
    sentences = [found.span() for found in _SENTENCE.finditer(text)]
    for at, (start, _) in enumerate(sentences):
        for _, end in sentences[at : at + _TOGETHER]:
            if end - start <= _LONGEST:
                yield start, end


def _says(words: str, claimed: Claimed) -> bool:
    if not _named(words, claimed.target):
        return False
    if claimed.amount_minor is not None and claimed.currency is not None:
        return _sum(words, units(claimed.amount_minor, claimed.currency))
    told = _WORDS.get(claimed.relation)
    return _named(words, claimed.authority) and (
        told is None or re.search(told, words, re.IGNORECASE) is not None
    )


def _named(words: str, names: Sequence[str]) -> bool:
    return any(re.search(pattern, words, re.IGNORECASE) for name in names if (pattern := _name(name)))


def _name(name: str) -> str | None:
    """A pattern for a name, with or without its legal form."""
    kept = set(bare(name).split())
    parts = [part for part in re.findall(r"\w+", name) if bare(part) in kept or len(kept) == 0]
    if not parts or len("".join(parts)) < 2:
        return None
    return r"(?<!\w)" + r"\W{1,3}".join(map(re.escape, parts)) + r"(?!\w)"


def _sum(words: str, value: float) -> bool:
    return any(re.search(pattern, words, re.IGNORECASE) for pattern in _sums(Decimal(str(value))))


def _sums(value: Decimal) -> Iterator[str]:
    """Patterns of the ways in which a sum is written: in full, and in millions, rounded to two places or one."""
    whole, _, cents = f"{value:f}".partition(".")
    grouped = _GAP.join(re.findall(r"\d{1,3}(?=(?:\d{3})*$)", whole))
    rest = cents.rstrip("0")
    tail = rf"[.,]{re.escape(rest)}0?" if rest else r"(?:[.,](?:00?|-))?"
    yield rf"(?<![\d.,]){grouped}{tail}(?!\d|[.,]\d{{3}})"
    for scale, name in _SCALES:
        scaled = value / scale
        if Decimal("0.1") <= scaled < 1000:
            for places in ("1", "0.1", "0.01", "0.001"):
                for way in (ROUND_HALF_UP, ROUND_DOWN):
                    rounded = scaled.quantize(Decimal(places), way)
                    if abs(rounded - scaled) <= scaled * Decimal("0.02"):
                        yield rf"(?<![\d.,]){_decimal(rounded)}[\s\u00a0-]?{name}(?![a-z])"


def _decimal(value: Decimal) -> str:
    whole, _, places = f"{value.normalize():f}".partition(".")
    return rf"{whole}[.,]{places}0?" if places else rf"{whole}(?:[.,]00?)?"


def _other_sum(one: Claim, claimed: Claimed) -> int | None:
    """The sum that a page gives for this very decision, where it is another one."""
    same = _is(one.subject, claimed.subject, claimed.authority) and _is(
        one.object, claimed.object, claimed.target
    )
    if one.relation != claimed.relation or not same:
        return None
    if one.sum is None or one.sum.currency != claimed.currency or claimed.amount_minor is None:
        return None
    if one.modality != "asserted" or one.when is None or claimed.date is None:
        return None
    minor = money(one.sum.amount, one.sum.currency).minor
    return minor if minor != claimed.amount_minor and dates.overlap(one.when.date, claimed.date) else None


def _is(party: Party, id_: str, names: Sequence[str]) -> bool:
    return party.id == id_ or not {bare(party.name), bare(party.text)}.isdisjoint(map(bare, names))
