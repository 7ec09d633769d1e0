"""Documents about known facts: news, notices and notes on fines that never were, from a seed.

A fact is told by several documents: with the exact sum or a rounded one, with the day or the month, under variants of
the firm's name, in the active or the passive voice; some texts are printed twice, some with a word changed.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

_AUTHORITIES: Final = (
    ("ico-uk", "ICO", "the ICO", "GBP", "£"),
    ("cnil-fr", "CNIL", "the CNIL", "EUR", "€"),
    ("aepd-es", "AEPD", "the AEPD", "EUR", "€"),
    ("garante-it", "Garante", "the Garante", "EUR", "€"),
)
_STARTS: Final = (
    "Quor Velt Brax Dorn Kestr Plov Zand Morv Trell Farn Galv Hask Jurn Lomb Nexw Orb Pryt Rusk Stav Tumb"
).split()
_ENDS: Final = (
    "ivo amax ector alis undo ebri ontra ulex ithe agra eon ashi olva eltis ampo inger ovax adel urnis emax"
).split()
_TRADES: Final = "Logistics Insurance Telecom Clinics Retail Media Energy Travel Games Payments".split()
_FORMS: Final = ("Ltd", "plc", "GmbH", "Inc")
_FILLER: Final = (
    "The decision follows an inquiry of several months into the security of customer accounts.",
    "Letters had been sent to people who never agreed to be written to.",
    "The inquiry began after hundreds of customers had written to the office.",
    "A spokesperson declined to say anything beyond a short written statement.",
    "Records of visits were kept for years longer than the firm had said.",
    "Most of the people concerned live in the capital and in towns nearby.",
    "The text of the decision runs to forty pages and names three failures.",
)


@dataclass(frozen=True, slots=True)
class Known:
    """One fine: the id of the authority, the firm's name without its form, minor units, currency and day."""

    authority: str
    firm: str
    minor: int
    currency: str
    day: date


@dataclass(frozen=True, slots=True)
class Written:
    """A document: the name of its file, and its content with front matter."""

    name: str
    content: str


def known_facts(count: int, seed: int) -> list[Known]:
    """That many fines, no two of the same firm: what documents say of them can be told apart."""
    choice = random.Random(seed)
    firms = [f"{start}{end} {trade}" for trade in _TRADES for start in _STARTS for end in _ENDS]
    choice.shuffle(firms)
    facts: list[Known] = []
    for firm in firms[:count]:
        authority, _, _, currency, _ = choice.choice(_AUTHORITIES)
        minor = choice.randrange(1_000_001, 99_000_000) * 100
        day = date(2019, 1, 1) + timedelta(days=choice.randrange(1500))
        facts.append(Known(authority, firm, minor, currency, day))
    return facts


def documents(facts: list[Known], count: int, seed: int) -> Iterator[Written]:
    """Documents on these facts in a shuffled order; every fact is told by at least one of them with its exact sum."""
    choice = random.Random(seed)
    told = [*facts, *choice.choices(facts, k=max(0, count - len(facts)))]
    before: dict[Known, str] = {}
    contents: list[str] = []
    for fact in told:
        earlier = before.get(fact)
        if earlier and choice.random() < 0.1:
            contents.append(earlier)
        elif earlier and choice.random() < 0.1:
            contents.append(
                earlier.replace("publisher: ", "publisher: The Evening ", 1) + "\nThis text was updated.\n"
            )
        else:
            contents.append(_tell(fact, choice, exact=earlier is None))
            before[fact] = contents[-1]
    choice.shuffle(contents)
    for number, content in enumerate(contents):
        yield Written(f"{number:06}.md", content)


def _tell(fact: Known, choice: random.Random, *, exact: bool) -> str:
    _, full, short, _, sign = next(one for one in _AUTHORITIES if one[0] == fact.authority)
    authority = choice.choice((f"the {full}", short))
    # A firm has one legal form, and every text writes it: without it the name may be that of another firm.
    firm = f"{fact.firm} {_FORMS[len(fact.firm) % len(_FORMS)]}"
    units = fact.minor // 100
    amount = f"{sign}{units:,}" if exact or choice.random() < 0.5 else f"{sign}{units / 1e6:.1f} million"
    when = f"on {fact.day.day} {fact.day:%B %Y}" if exact or choice.random() < 0.7 else f"in {fact.day:%B %Y}"
    said = choice.choice((
        f"{authority[0].upper()}{authority[1:]} fined {firm} {amount} {when}.",
        f"{firm} was fined {amount} by {authority} {when}.",
        f"{authority[0].upper()}{authority[1:]} imposed a fine of {amount} on {firm} {when}.",
    ))  # fmt: skip
    published = fact.day + timedelta(days=choice.randrange(1, 20))
    paper = f"Paper {choice.randrange(400)}"
    fill = choice.sample(_FILLER, 4)
    text = f"{said} {fill[0]} {fill[1]}\n\n{fill[2]} {fill[3]} Ref. {choice.randrange(10**9)}."
    return f"---\npublisher: {paper}\ndate: {published}\n---\n{text}\n"


def write(folder: Path, facts: list[Known], count: int, seed: int) -> Path:
    """The documents as files of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in documents(facts, count, seed):
        (folder / one.name).write_text(one.content, encoding="utf-8")
    return folder
