"""Weak labels: rows of a public data set of fines (2018 to 2020) with a summary, read in place, never copied.

A row says who fined whom, how much and when; its summary was written for that row. Many summaries name neither
the authority nor the firm, so a label tells what its summary states: recall is fair only over the labels whose
words hold the answer.
"""

import csv
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

SOURCE = Path("data", "privacyaffairs_2020", "gdpr_violations.tsv")
UNNAMED = re.compile(
    r"(?:un|not )(?:known|disclosed|available)|^(?:an?|the) |private (?:individual|person)|^https?:|"
    r"^\w+ (?:company|provider|operator)$",
    re.IGNORECASE,
)
NO_DATE = "01/01/1970"
SHORTEST_SUMMARY = 20
LEGAL_FORM = re.compile(
    r"\b(?:s\.?a\.?u?|s\.?l\.?u?|s\.?r\.?l|s\.?p\.?a|gmbh|ag|ltd|inc|a/s|ab|uab|eood|ead)\b\.?", re.IGNORECASE
)
MULTIPLIERS = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000, "billion": 1_000_000_000}
NUMBER = re.compile(r"\d+(?:[.,\s]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
FINE = re.compile(r"\b(?:fine[ds]?|sanction\w*|penalt\w+)\b", re.IGNORECASE)


@dataclass(frozen=True)
class WeakLabel:
    """One row: `amount` in euros, `date` as YYYY-MM-DD or None, `firm` None where nobody is named."""

    id: str
    country: str
    authority: str
    firm: str | None
    amount: float
    date: str | None
    summary: str

    @property
    def document(self) -> str:
        """The summary under a heading with both parties, as trackers of fines print their entries."""
        return f"{self.authority}: {self.firm or 'unknown'}\n\n{self.summary}"

    @property
    def acronym(self) -> str | None:
        """The authority's short form, which the data set gives in brackets."""
        found = re.search(r"\((\w[\w /]*)\)", self.authority)
        return found[1] if found else None

    @property
    def states_firm(self) -> bool:
        """Whether the summary names the firm, with or without its legal form."""
        return self.firm is not None and bare(self.firm) in bare(self.summary)

    @property
    def states_authority(self) -> bool:
        """Whether the summary holds the authority's acronym or its name."""
        names = [self.acronym, re.sub(r"\(.*\)", "", self.authority).strip()]
        return any(n and re.search(rf"\b{re.escape(n)}\b", self.summary) for n in names)

    @property
    def states_fine(self) -> bool:
        """Whether the summary speaks of a fine, a sanction or a penalty at all."""
        return FINE.search(self.summary) is not None

    @property
    def states_amount(self) -> bool:
        """Whether the sum of the row, in euros, stands in the summary within half a percent."""
        return any(abs(value - self.amount) <= self.amount * 0.005 for value in numbers(self.summary))


def read(path: Path) -> tuple[WeakLabel, ...]:
    """The rows that tell a fine and have a summary, in file order; an OSError where the file is not there."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(label for row in rows if (label := parse(row)) is not None)


def parse(row: dict[str, str]) -> WeakLabel | None:
    """One row, or None for a plan, a header in the middle, or a row without a usable summary."""
    summary = " ".join(html.unescape(row["summary"] or "").split())
    price = row["price"].strip()
    if len(summary) < SHORTEST_SUMMARY or not price.isdigit() or price == "0":
        return None
    firm = html.unescape(row["controller"]).strip()
    return WeakLabel(
        id=row["id"],
        country=row["name"].strip(),
        authority=html.unescape(row["authority"]).strip(),
        firm=None if not firm or UNNAMED.search(firm) else firm,
        amount=float(price),
        date=None if row["date"] in ("", NO_DATE) else iso_day(row["date"]),
        summary=summary,
    )


def iso_day(american: str) -> str:
    """10/18/2019 as 2019-10-18."""
    return datetime.strptime(american, "%m/%d/%Y").replace(tzinfo=UTC).date().isoformat()


def bare(name: str) -> str:
    """Lower case, without legal forms and punctuation, for a search of one name in a text."""
    return " ".join(re.findall(r"\w+", LEGAL_FORM.sub(" ", name).casefold()))


def numbers(text: str) -> Iterator[float]:
    """Every number of a text, multiplied out; `40.000`, `40,000` and `40 000` are forty thousand."""
    for found in NUMBER.finditer(text):
        digits = found[0]
        grouped = re.fullmatch(r"\d{1,3}(?:[.,\s]\d{3})+", digits)
        value = float(re.sub(r"\D", "", digits)) if grouped else float(digits.replace(",", "."))
        after = re.match(r"\s?([a-z]+)\b", text[found.end() :], re.IGNORECASE)
        yield value * MULTIPLIERS.get(after[1].casefold() if after else "", 1)


def answerable(labels: Iterable[WeakLabel]) -> tuple[WeakLabel, ...]:
    """The labels with a named firm and a summary that tells of a fine: the denominator for `document`."""
    return tuple(label for label in labels if label.firm is not None and label.states_fine)
