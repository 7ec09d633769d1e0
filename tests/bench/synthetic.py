"""A synthetic graph: plans of invented facts, the same for the same number and seed, in the shape of the real ones.

One regulator, ``HUB``, takes a fixed share of all facts; the others and the companies have a long tail. Everything
is invented, and nothing happens at import: ``for plan in plans(10_000): await apply(store, plan)`` loads it.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from graph.model import CaseRow, ClaimRow, DocumentRow, EntityRow, FactRow, Plan, StageRow

HUB: Final = "bench-hub"
"""The regulator whose pages are measured."""

LAW: Final = "bench-law"
_LEAST_FIRMS: Final = 20


@dataclass(frozen=True, slots=True)
class Shape:
    """What the graph looks like; shares are between 0 and 1.

    The tails bend the draw of regulators and companies: 1 is even, higher gives the first ones more. ``batch`` is
    the number of facts that one plan, and so one transaction, holds.
    """

    hub_share: float = 0.12
    fined_share: float = 0.8
    regulators: int = 180
    regulator_tail: float = 1.5
    companies_per_fact: float = 0.4
    company_tail: float = 2.5
    second_document: float = 0.12
    third_document: float = 0.03
    case_share: float = 0.3
    law_share: float = 0.6
    appeal_share: float = 0.15
    batch: int = 1000


_FIRST_DAY: Final = date(2018, 5, 25)
_DAYS: Final = 2950
_OTHER_RELATIONS: Final = ("ORDERED", "REPRIMANDED", "FOUND_BREACH", "INVESTIGATED")
_MONEY: Final = (
    *(
        ("ES", "EUR"),
        ("IT", "EUR"),
        ("DE", "EUR"),
        ("FR", "EUR"),
        ("US-NY", "USD"),
        ("GB", "GBP"),
        ("PL", "PLN"),
    ),
    *(
        ("SE", "SEK"),
        ("NO", "NOK"),
        ("DK", "DKK"),
        ("HU", "HUF"),
        ("RO", "RON"),
        ("JP", "JPY"),
        ("BR", "BRL"),
    ),
)
_SYLLABLES: Final = (
    "al bro ca den el fi gra hol in jor ka lum mer no or pra qui ros sta tur ul ven wes xan yor".split()
)
_TRADES: Final = (
    "Telecom Retail Bank Clinic Energy Airways Hotels Media Software Insurance Logistics Games".split()
)
_SUITS: Final = "Ltd GmbH S.A. Inc. B.V. AB".split()
_PARTS: Final = ("5(1)(a)", "5(1)(f)", "6", "9", "12", "13", "15", "17", "21", "25", "28", "32", "33", "58")
_WRONGS: Final = (
    "Advertising calls without consent",
    "Personal data of customers left open to anybody",
    "No answer to a request for access",
    "Cameras that filmed the street",
    "Health data shared with a third firm",
    "Cookies set before any choice",
    "A breach reported months late",
    "Children's data collected without a parent's consent",
)
_PUBLISHERS: Final = tuple(f"Invented Gazette {number}" for number in range(1, 41))
_OUTCOMES: Final = ("upheld", "reduced", "annulled", None)
_STATUS: Final = {"upheld": "imposed", "reduced": "reduced", "annulled": "annulled", None: "under_appeal"}


@dataclass(slots=True)
class _Batch:
    """Rows of one plan while it is drawn."""

    entities: list[EntityRow]
    documents: list[DocumentRow] = field(default_factory=list)
    cases: list[CaseRow] = field(default_factory=list)
    facts: list[FactRow] = field(default_factory=list)
    claims: list[ClaimRow] = field(default_factory=list)

    def plan(self, name: str) -> Plan:
        return Plan(
            name,
            entities=tuple(self.entities),
            documents=tuple(self.documents),
            cases=tuple(self.cases),
            facts=tuple(self.facts),
            claims=tuple(self.claims),
        )


def plans(facts: int, *, seed: int = 7, first: int = 0, shape: Shape | None = None) -> Iterator[Plan]:
    """Plans that together write ``facts`` facts with their entities and evidence, in batches.

    A fact depends only on the seed and its number, so a smaller graph is the beginning of a larger one: with ``first``
    a graph of that many facts (a multiple of the batch) grows to ``facts``.
    """
    form = shape or Shape()
    bodies = regulators(form)
    hub, *others = [row for row in bodies if row.kind == "regulator"]
    firms = [_company(number, seed) for number in range(_firms(first, form) if first else 0)]
    if not first:
        yield Plan("regulators", entities=tuple(bodies))
    for start in range(first, facts, form.batch):
        end = min(start + form.batch, facts)
        rows = _Batch([_company(number, seed) for number in range(len(firms), _firms(end, form))])
        firms += rows.entities
        for number in range(start, end):
            draw = random.Random(f"{seed} fact {number}")
            subject = (
                hub
                if draw.random() < form.hub_share
                else others[_place(len(others), form.regulator_tail, draw)]
            )
            firm = firms[_place(_firms(number, form), form.company_tail, draw)]
            _add_fact(rows, number, subject, firm, form, draw)
        yield rows.plan(f"facts {start} to {end}")


def regulators(shape: Shape) -> list[EntityRow]:
    """The regulators, ``HUB`` first, and the one law."""
    rows = [EntityRow(HUB, "regulator", "Hub Data Protection Authority", ("HDPA",), _MONEY[0][0])]
    for number in range(1, shape.regulators):
        country = _MONEY[number % len(_MONEY)][0]
        name = f"Invented Authority {number} of {country}"
        rows.append(EntityRow(f"bench-authority-{number}", "regulator", name, (f"IA{number}",), country))
    return [
        *rows,
        EntityRow(LAW, "law", "Invented Data Protection Act", (), "EU", details=(("short", "IDPA"),)),
    ]


def company_name(number: int) -> str:
    """The name of a company by its number: the same in every graph, so that a search can be written for it."""
    draw = random.Random(number)
    word = "".join(draw.choices(_SYLLABLES, k=3)).capitalize()
    return f"{word} {draw.choice(_TRADES)} {draw.choice(_SUITS)}"


def _firms(facts: int, shape: Shape) -> int:
    """How many companies a graph of that many facts has."""
    return _LEAST_FIRMS + round(facts * shape.companies_per_fact)


def _company(number: int, seed: int) -> EntityRow:
    name = company_name(number)
    country = random.Random(f"{seed} company {number}").choice(_MONEY)[0]
    return EntityRow(f"bench-company-{number}", "company", name, (name.rpartition(" ")[0],), country)


def _place(number: int, tail: float, draw: random.Random) -> int:
    return int(number * draw.random() ** tail)


def _add_fact(
    rows: _Batch, number: int, subject: EntityRow, object_: EntityRow, shape: Shape, draw: random.Random
) -> None:
    """Draw one fact with its case, documents and claims."""
    fined = draw.random() < shape.fined_share
    relation = "FINED" if fined else draw.choice(_OTHER_RELATIONS)
    day = _FIRST_DAY + timedelta(draw.randrange(_DAYS))
    stages, status = ((), None) if relation == "INVESTIGATED" else _life(day, shape, draw)
    case = f"bench-case-{number}" if draw.random() < shape.case_share else None
    wrong = draw.choice(_WRONGS)
    fact = FactRow(
        f"bench-fact-{number}",
        relation,
        subject.id,
        object_.id,
        date=day.isoformat(),
        country=subject.country,
        # whole hundreds between 1,000 and 10 million units, in minor units; a yen has none
        amount_minor=round(10 ** draw.uniform(1, 5)) * 10_000 if fined else None,
        currency=dict(_MONEY)[subject.country or "ES"] if fined else None,
        status=status,
        stages=stages,
        laws=(LAW,) if draw.random() < shape.law_share else (),
        articles=tuple(f"IDPA Art. {part}" for part in sorted(draw.sample(_PARTS, draw.randint(1, 3)))),
        case=case,
        summary=f"{wrong}, {day.year}.",
    )
    rows.facts.append(fact)
    if case:
        rows.cases.append(CaseRow(case, f"{subject.name} and {object_.name}"))
    _add_evidence(rows, number, fact, object_.name, shape, draw)


def _life(day: date, shape: Shape, draw: random.Random) -> tuple[tuple[StageRow, ...], str]:
    """The stages of a decision and the status that they lead to."""
    imposed = StageRow("imposed", day.isoformat())
    if draw.random() >= shape.appeal_share:
        return (imposed,), "imposed"
    appealed = StageRow("appealed", (day + timedelta(30)).isoformat())
    outcome = draw.choice(_OUTCOMES)
    if outcome is None:
        return (imposed, appealed), _STATUS[outcome]
    return (imposed, appealed, StageRow(outcome, (day + timedelta(400)).isoformat())), _STATUS[outcome]


def _add_evidence(
    rows: _Batch, number: int, fact: FactRow, name: str, shape: Shape, draw: random.Random
) -> None:
    """One document and claim, sometimes two or three, from publishers of their own."""
    chance = draw.random()
    documents = 1 + (chance < shape.second_document + shape.third_document) + (chance < shape.third_document)
    for place, publisher in enumerate(draw.sample(_PUBLISHERS, documents)):
        id_ = f"bench-document-{number}-{place}"
        rows.documents.append(
            DocumentRow(
                id_,
                "press" if place else "official",
                f"{fact.summary} Decision against {name}",
                publisher,
                publisher.casefold(),
                url=f"https://example.org/decisions/{number}/{place}",
                language="en",
                published=fact.date,
            )
        )
        rows.claims.append(
            ClaimRow(
                f"bench-claim-{number}-{place}",
                id_,
                fact.relation,
                fact.subject,
                fact.object,
                fact.id,
                amount_minor=fact.amount_minor,
                currency=fact.currency,
                date=fact.date,
                articles=fact.articles,
            )
        )
