"""Invented articles to read: the same for the same seed, of any length, as dense with decisions as news of them is.

Half of the sentences tell of a decision, a suit, an appeal or a rumour; the others are what a journalist writes around
it. Authorities are real ones, so that the lookup of names has its work; firms and people are invented.
"""

# ruff: noqa: E501 - tables: one row a line, however long

import random
from collections.abc import Iterator
from typing import Final

_AUTHORITIES: Final = (
    "the Information Commissioner's Office", "the CNIL", "the Garante", "Ireland's Data Protection Commission", "the AEPD", "Datatilsynet",
    "the Hamburg commissioner", "the Dutch Data Protection Authority", "the FTC", "the Privacy Commissioner of Canada", "the OAIC", "the Swedish watchdog",
)  # fmt: skip
_ONSETS: Final = "Bra Cor Del Fen Gal Hol Jor Kel Lum Mer Nor Ost Pra Quen Ros Sta Tur Ul Ven Wes".split()
_ENDS: Final = (
    "bank dale fax gram lex line med mint net ova phone post ryx sure tel tix via ware wick zon".split()
)
_FORMS: Final = ("", "", " Ltd", " GmbH", " S.A.", " Inc.")
_PEOPLE: Final = ("Ada Lindqvist", "Tomas Varga", "Helen Osei", "Marc Duval", "Rosa Ferri", "Ian Mackie")
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
_ACTS: Final = (
    "{authority} has fined {firm} {sum} for keeping the records of {count} customers long after they had left.",
    "{firm} must pay {sum} after {authority} found that it had breached Article 32 of the GDPR.",
    "On {day}, {authority} imposed a penalty of {sum} on {firm}, which runs loyalty cards in nine countries.",
    "{firm} was ordered to delete the data within three months and to write to everybody concerned.",
    "The company said it would appeal against the decision before the administrative court.",
    "A class action was filed against {firm} in {month}, on behalf of {count} people whose details had leaked.",
    "{authority} opened an investigation into {firm} jointly with {other}, its neighbour.",
    "The regulator had warned in {month} that {firm} could be fined up to {sum}.",
    "{firm} agreed to pay {sum} to settle claims that it had sold the location of its users.",
    "{person}, the chief executive of {firm}, told reporters that no data had been misused.",
    "The tribunal upheld the fine that {authority} had imposed on {firm} in {month}.",
    "A charity for digital rights complained to {authority} about {firm} on {day}.",
)
_AROUND: Final = (
    "Staff had noticed the first signs on a Friday evening, when the screens in two branches went dark one after the other.",
    "Nobody outside the building knew how long the back door to the archive had been standing open.",
    "Customers in four cities described calls at dinner time from people who knew their names and their last purchases.",
    "The software had been bought from a supplier abroad, and its manual was never translated.",
    "In the weeks that followed, shares lost a tenth of their value and then recovered most of it.",
    "Experts say that passwords of eight letters are broken in minutes by a machine that costs less than a bicycle.",
    "The files held names, addresses, telephone numbers and in some cases the dates on which people had travelled.",
    "Unions asked for a meeting, and the works council wants to see the contract with the supplier.",
    "A backup existed, though it turned out to be older than the people who looked after it had believed.",
    "Revenue reached {sum} in the year before, most of it from advertising on telephones.",
    "It is not the first time that a shop has learned how long a list of visitors can become when nobody looks after it.",
    "Lawyers recommend to write down who may see which file, and to look at that page again every spring.",
)


def article(number: int, size: int) -> str:
    """An article of about ``size`` characters, one of as many as there are numbers: heading, then paragraphs."""
    made = random.Random(f"article {number}")
    pieces = [f"{_firm(made)} under scrutiny over customer records\n\n{_day(made)}\n"]
    length = len(pieces[0])
    for paragraph in _paragraphs(made):
        pieces.append(paragraph)
        length += len(paragraph) + 1
        if length >= size:
            break
    return "\n".join(pieces)[:size]


def _paragraphs(made: random.Random) -> Iterator[str]:
    while True:
        firm, authority = _firm(made), made.choice(_AUTHORITIES)
        told = [made.choice(_ACTS if made.random() < 0.5 else _AROUND) for _ in range(made.randint(2, 5))]
        filled = (_sentence(made, pattern, firm, authority) for pattern in told)
        yield " ".join(filled) + "\n"


def _sentence(made: random.Random, pattern: str, firm: str, authority: str) -> str:
    text = pattern.format(
        firm=firm, authority=authority, other=made.choice(_AUTHORITIES), sum=_sum(made), day=_day(made),
        month=made.choice(_MONTHS), count=f"{made.randint(2, 900)},000", person=made.choice(_PEOPLE),
    )  # fmt: skip
    return text[0].upper() + text[1:]


def _firm(made: random.Random) -> str:
    return made.choice(_ONSETS) + made.choice(_ENDS) + made.choice(_FORMS)


def _sum(made: random.Random) -> str:
    sign, amount = made.choice("€£$"), made.randint(1, 90)
    return made.choice((f"{sign}{amount}m", f"{sign}{amount}.5 million", f"{sign}{amount * 10},000"))


def _day(made: random.Random) -> str:
    return f"{made.randint(1, 28)} {made.choice(_MONTHS)} {made.randint(2019, 2025)}"
