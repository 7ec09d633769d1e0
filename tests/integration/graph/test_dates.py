"""What is served where the sources do not give the day: what may be so, and that it is not certain."""

from dataclasses import replace
from typing import Any

import pytest

from graph.model import ClaimRow, DocumentRow, EntityRow, FactRow, Plan, StageRow
from graph.reads import facts
from graph.reads.facts import FactQuery, Filters
from graph.store import Store
from graph.writes.apply import apply
from tests.conftest import Slate

_FINE = FactRow(
    "appealed", "FINED", "reg", "firm", date="2022-05-18", amount_minor=100, currency="EUR", status="annulled",
    stages=(
        StageRow("imposed", "2022-05-18"), StageRow("appealed", "2022"), StageRow("annulled", None, until="2025-06-30"),
    ),
)  # fmt: skip
_FACTS = (
    _FINE,
    replace(_FINE, id="of-a-year", date="2023", status="imposed", stages=(StageRow("imposed", "2023"),)),
    replace(_FINE, id="undated", date=None, status="imposed", stages=(StageRow("imposed", None),)),
    replace(
        _FINE, id="exact", date="2023-03-01", status="final", stages=(StageRow("imposed", "2023-03-01"),)
    ),
)


async def _fill(store: Store) -> None:
    page = DocumentRow("d", "official", "Register", "Reg", "reg")
    claims = tuple(ClaimRow(f"c-{one.id}", "d", "FINED", "reg", "firm", one.id) for one in _FACTS)
    bodies = (EntityRow("reg", "regulator", "Reg"), EntityRow("firm", "company", "Firm"))
    await apply(store, Plan("dates", bodies, (page,), (), _FACTS, claims))


async def asked(slate: Slate, **filters: Any) -> dict[str, dict[str, Any]]:
    """The fines that meet these filters, by id."""
    store = await slate.hold("dates", _fill)
    page = await facts.page(store, FactQuery(Filters(relations=["FINED"], **filters), limit=20))
    return {item["id"]: item for item in page.items}


def told(fact: dict[str, Any]) -> tuple[Any, ...]:
    """How a fact stands."""
    return fact["status"], fact["statuses"], fact["status_certain"], fact["stands"]


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2022-05-18", ("imposed", ["imposed", "under_appeal", "annulled"], False, None)),
        ("2022-08-01", ("imposed", ["imposed", "under_appeal", "annulled"], False, None)),
        ("2022-12-31", ("under_appeal", ["under_appeal", "annulled"], False, None)),
        ("2025-06-30", ("annulled", None, True, False)),
    ],
)
async def test_a_day_inside_a_span_has_every_status_that_may_be(
    slate: Slate, day: str, wanted: tuple[Any, ...]
) -> None:
    """The one that is certain first, all of them in order, and that it is not certain."""
    assert told((await asked(slate, valid_on=day))["appealed"]) == wanted


async def test_what_is_only_known_to_the_year_may_not_be_yet(slate: Slate) -> None:
    """Before the end of the year it may not have been decided; from then on it is certain."""
    within = await asked(slate, valid_on="2023-06-01")
    assert told(within["of-a-year"]) == ("imposed", [None, "imposed"], False, None)
    assert told((await asked(slate, valid_on="2023-12-31"))["of-a-year"]) == ("imposed", None, True, True)
    assert told(within["exact"]) == ("final", None, True, True)
    assert "of-a-year" not in await asked(slate, valid_on="2022-12-31")


async def test_no_day_is_made_up(slate: Slate) -> None:
    """The date of a status is that of the sources with its precision, or none with the reason."""
    found = await asked(slate)
    since = {id_: (one["status_since"], one["status_since_reason"]) for id_, one in found.items()}
    assert since == {
        "appealed": (None, "no source gives the day; it lies between 2022-05-18 and 2025-06-30"),
        "of-a-year": ("2023", None),
        "undated": (None, "no source gives the day"),
        "exact": ("2023-03-01", None),
    }
    assert all(one["status_certain"] and one["statuses"] is None for one in found.values())
    undated = (await asked(slate, valid_on="2001-01-01"))["undated"]
    assert (undated["date"], *told(undated)) == (None, "imposed", [None, "imposed"], False, None)


async def test_filters_take_in_what_may_be_so(slate: Slate) -> None:
    """A status on a day finds facts that may have had it; dates find facts that may fall between them."""
    assert set(await asked(slate, valid_on="2022-08-01", statuses=["under_appeal"])) == {"appealed"}
    assert set(await asked(slate, valid_on="2025-06-30", statuses=["under_appeal"])) == set()
    assert set(await asked(slate, statuses=["under_appeal"])) == set()
    assert set(await asked(slate, day_from="2023-05-01")) == {"of-a-year"}
    assert set(await asked(slate, day_from="2023-05-01", day_to="2023-06-01")) == {"of-a-year"}
    assert set(await asked(slate, day_from="2024-01-01")) == set()


@pytest.mark.parametrize(
    ("filters", "uncertain", "fallen"),
    [
        ({}, 0, 1),
        ({"valid_on": "2022-08-01"}, 2, 0),
        ({"valid_on": "2025-06-30"}, 1, 1),
        ({"day_from": "2023-05-01"}, 1, 0),
    ],
)
async def test_sums_say_how_much_is_uncertain(
    slate: Slate, filters: dict[str, str], uncertain: int, fallen: int
) -> None:
    """Decisions of which the dates leave open whether they meet what was asked for; none without a day."""
    store = await slate.hold("dates", _fill)
    (row,) = await facts.sums(store, FactQuery(Filters(relations=["FINED"], **filters)))  # pyright: ignore[reportArgumentType]
    assert (row.uncertain, row.fallen) == (uncertain, fallen)
