"""Lists of facts: every filter, every way in, every order; and cursors that miss nothing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graph.errors import NotFound
from graph.model import PartyRow, StageRow
from graph.reads import cases, facts
from graph.reads.facts import FactQuery, Filters
from graph.reads.lucene import lucene
from graph.store import Store
from tests.conftest import Slate
from tests.integration.graph.asking import WAYS_IN, ids, walk
from tests.integration.graph.world import case, claim, document, fine, told

ICO = (
    StageRow("imposed", "2022-05-18"),
    StageRow("appealed", "2022"),
    StageRow("annulled", "2023-10-17"),
    StageRow("reinstated", "2025-10-06"),
    StageRow("remitted", "2025-10-06"),
)
FACTS = (
    fine("ico-acme", amount_minor=7_552_800_00, currency="GBP", status="remitted", stages=ICO, case="k",
         summary="Faces"),
    fine("cnil-acme", "cnil", date="2021-12", amount_minor=20_000_000_00, currency="EUR", country="FR",
         laws=("uk-gdpr",)),
    fine("cnil-beta", "cnil", "beta", date="2019", amount_minor=50_00, currency="EUR", country="FR"),
    fine("texas-acme", "ag-texas", date="2025-05-10", amount_minor=1_000_00, currency="USD", country="US-TX"),
    fine("undated", "ico", "beta", date=None, amount_minor=3_00, currency="GBP"),
    fine("reprimand", relation="REPRIMANDED", date="2020-01-01", parties=(PartyRow("beta", "platform"),)),
    fine("breach", relation="FOUND_BREACH", object="beta", date="2020-06-30", status="annulled",
         stages=(StageRow("imposed", "2020-06-30"), StageRow("annulled", "2021-01-01"))),
)  # fmt: skip
UNREVIEWED = claim("c-breach", FACTS[-1], "d-breach", review="unreviewed")


@pytest.fixture
async def world(slate: Slate) -> Store:
    """A handful of facts; only read here."""

    async def fill(store: Store) -> None:
        await told(store, *FACTS, documents=(document("d-breach"),), claims=(UNREVIEWED,), cases=(case("k"),))

    return await slate.hold("reads", fill)


ALL = {fact.id for fact in FACTS}
FILTERS: list[tuple[str, FactQuery, set[str]]] = [
    ("nothing", FactQuery(Filters()), ALL),
    ("relation", FactQuery(Filters(relations=["REPRIMANDED"])), {"reprimand"}),
    ("relations", FactQuery(Filters(relations=["REPRIMANDED", "FOUND_BREACH"])), {"reprimand", "breach"}),
    ("subject", FactQuery(Filters(subjects=["cnil"])), {"cnil-acme", "cnil-beta"}),
    ("object", FactQuery(Filters(objects=["beta"])), {"cnil-beta", "undated", "breach"}),
    ("both ends", FactQuery(Filters(subjects=["cnil"], objects=["beta"])), {"cnil-beta"}),
    ("relation and subject", FactQuery(Filters(relations=["FINED"], subjects=["ico"])), {"ico-acme", "undated"}),
    ("relation and object", FactQuery(Filters(relations=["FINED"], objects=["beta"])), {"cnil-beta", "undated"}),
    ("party", FactQuery(Filters(), parties=["beta"]), {"cnil-beta", "undated", "breach", "reprimand"}),
    ("party and relation", FactQuery(Filters(relations=["FINED"]), parties=["beta"]), {"cnil-beta", "undated"}),
    ("country", FactQuery(Filters(countries=["FR"])), {"cnil-acme", "cnil-beta"}),
    ("country of a state", FactQuery(Filters(countries=["US"])), {"texas-acme"}),
    ("state", FactQuery(Filters(countries=["US-TX"])), {"texas-acme"}),
    ("another state", FactQuery(Filters(countries=["US-NY"])), set()),
    ("law", FactQuery(Filters(laws=["uk-gdpr"])), {"cnil-acme"}),
    ("from", FactQuery(Filters(day_from="2021-12-01")), {"ico-acme", "cnil-acme", "texas-acme"}),
    ("to", FactQuery(Filters(day_to="2020-01-01")), {"cnil-beta", "reprimand"}),
    ("from and to", FactQuery(Filters(day_from="2020-01-01", day_to="2020-12-31")), {"reprimand", "breach"}),
    ("currency", FactQuery(Filters(currencies=["GBP"])), {"ico-acme", "undated"}),
    ("at least", FactQuery(Filters(currencies=["EUR"], amount_min=50_00)), {"cnil-acme", "cnil-beta"}),
    ("at most", FactQuery(Filters(currencies=["EUR"], amount_max=50_00)), {"cnil-beta"}),
    ("euro of any currency", FactQuery(Filters(amount_min=1_000_000_00)), {"ico-acme", "cnil-acme"}),
    ("status", FactQuery(Filters(statuses=["annulled"])), {"breach"}),
    ("statuses", FactQuery(Filters(statuses=["annulled", "remitted"])), {"breach", "ico-acme"}),
    ("review", FactQuery(Filters(reviews=["unreviewed"])), {"breach"}),
    ("held on", FactQuery(Filters(valid_on="2020-06-30")), {"cnil-beta", "reprimand", "breach", "undated"}),
    ("status on", FactQuery(Filters(statuses=["annulled"], valid_on="2023-12-01")), {"ico-acme", "breach"}),
    ("status before", FactQuery(Filters(statuses=["imposed"], valid_on="2020-12-31")),
     {"cnil-beta", "reprimand", "breach", "undated"}),
    ("known before", FactQuery(Filters(known_on="2000-01-01T00:00:00Z")), set()),
    ("known now", FactQuery(Filters(known_on="9999")), ALL),
    ("text", FactQuery(Filters(), text=lucene("faces")), {"ico-acme"}),
    ("text with an accent", FactQuery(Filters(), text=lucene("libertes")), {"cnil-acme", "cnil-beta"}),
    ("text and filter", FactQuery(Filters(subjects=["cnil"]), text=lucene("acme")), {"cnil-acme"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "wanted"), [row[1:] for row in FILTERS], ids=[row[0] for row in FILTERS]
)
async def test_a_filter_keeps_what_it_says(question: FactQuery, wanted: set[str], world: Store) -> None:
    """And the total counts the same facts."""
    assert await ids(world, question) == wanted


KEYS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "date": lambda fact: ((fact["date"] or "0000").ljust(10, "-"), fact["id"]),
    "amount_eur": lambda fact: ((fact["amount"] or {}).get("eur") or -1, fact["id"]),
    "recorded": lambda fact: (fact["recorded"], fact["id"]),
}


MISSING: dict[str, Callable[[dict[str, Any]], bool]] = {
    "date": lambda fact: fact["date"] is None,
    "amount_eur": lambda fact: (fact["amount"] or {}).get("eur") is None,
    "recorded": lambda _: False,
}


def in_order(items: list[dict[str, Any]], sort: str, *, down: bool) -> list[dict[str, Any]]:
    """The facts by their value, and those without one last in either direction."""
    known = [item for item in items if not MISSING[sort](item)]
    rest = [item for item in items if MISSING[sort](item)]
    return [one for part in (known, rest) for one in sorted(part, key=KEYS[sort], reverse=down)]


@pytest.mark.parametrize("order", ["asc", "desc"])
@pytest.mark.parametrize("sort", ["date", "amount_eur", "recorded"])
@pytest.mark.parametrize("way", WAYS_IN)
async def test_every_way_in_gives_every_order(way: str, sort: Any, order: Any, world: Store) -> None:
    """The id decides between equals, so that the order is total; what has no value is last; keys are the facts' own."""
    question = replace(WAYS_IN[way], sort=sort, order=order)
    assert facts.anchor(question)[0] == way
    page = await facts.page(world, question)
    assert len(page.items) > 1
    assert list(page.items) == in_order(list(page.items), sort, down=order == "desc")
    assert [key.rsplit("|", 1)[1] for key in page.keys] == [item["id"] for item in page.items]


@pytest.mark.parametrize("limit", [1, 2, 7, 50])
@pytest.mark.parametrize("way", WAYS_IN)
async def test_pages_give_each_fact_once(way: str, limit: int, world: Store) -> None:
    """Whatever their size, they are the whole list in its order."""
    for sort in ("date", "amount_eur", "recorded"):
        question = replace(WAYS_IN[way], sort=sort, limit=limit)
        whole = await facts.page(world, replace(question, limit=1000))
        assert await walk(world, question) == [item["id"] for item in whole.items]


@pytest.mark.parametrize(
    ("day", "status", "stands"),
    [
        (None, "remitted", False),
        ("2022-05-18", "imposed", True),
        ("2022-12-31", "under_appeal", True),
        ("2023-12-01", "annulled", False),
        ("2025-10-06", "remitted", False),
    ],
)
async def test_status_on_a_day(day: str | None, status: str, stands: bool, world: Store) -> None:
    """In a list and alone."""
    page = await facts.page(
        world, FactQuery(Filters(subjects=["ico"], objects=["acme"], relations=["FINED"], valid_on=day))
    )
    alone = (await facts.one(world, "ico-acme", valid_on=day)).items[0]["fact"]
    for fact in (page.items[0], alone):
        assert (fact["status"], fact["stands"]) == (status, stands)


async def test_before_its_date_a_fact_has_no_status(world: Store) -> None:
    """Asked for by its id it still answers."""
    fact = (await facts.one(world, "ico-acme", valid_on="2020-01-01")).items[0]["fact"]
    assert (fact["status"], fact["status_since"], fact["stands"]) == (None, None, None)


async def test_what_was_not_known_is_left_out(world: Store) -> None:
    """Evidence and stages that were recorded later do not show."""
    found = (await facts.one(world, "ico-acme", known_on="2000-01-01T00:00:00Z")).items[0]
    assert (found["fact"]["evidence"], found["more"]["stages"]) == ([], [])


async def test_a_fact_carries_its_sum_and_its_evidence(world: Store) -> None:
    """The sum as it was imposed, in euro with the rate, and every document with its publisher."""
    fact = (await facts.one(world, "ico-acme")).items[0]["fact"]
    assert (fact["amount"]["value"], fact["amount"]["currency"], fact["amount"]["rate_date"]) == (
        7552800,
        "GBP",
        "2022-05-18",
    )
    assert fact["amount"]["eur"] == pytest.approx(7552800 / fact["amount"]["rate"], abs=0.01)
    assert fact["subject"]["name"] == "Information Commissioner's Office"
    assert fact["case"] == {"id": "k", "title": "A case"}
    assert [one["document"]["publisher"] for one in fact["evidence"]] == ["Publisher of ico-acme"]


async def test_sums_by_currency(world: Store) -> None:
    """Minor units of each currency, euro where there is a rate, and how much has none or has fallen."""
    sums = {one.currency: one for one in await facts.sums(world, FactQuery(Filters(relations=["FINED"])))}
    assert {name: (one.decisions, one.minor) for name, one in sums.items()} == {
        "EUR": (2, 20_000_050_00),
        "GBP": (2, 7_552_803_00),
        "USD": (1, 1_000_00),
    }
    assert (sums["GBP"].amounts, sums["GBP"].without_eur, sums["GBP"].fallen) == (2, 1, 1)
    assert sums["EUR"].eur_minor == sums["EUR"].minor


async def test_what_is_not_there_is_not_found(world: Store) -> None:
    """With a word on where to look."""
    with pytest.raises(NotFound) as error:
        await facts.one(world, "nobody")
    assert error.value.remedy is not None
    with pytest.raises(NotFound):
        await cases.one(world, "nobody")


async def test_a_case_tells_its_facts_in_order(world: Store) -> None:
    """Each with its stages."""
    found = await cases.one(world, "k")
    assert found.case_ == {"id": "k", "title": "A case", "summary": None}
    assert [stage["stage"] for stage in found.items[0]["more"]["stages"]] == [stage.stage for stage in ICO]


@pytest.mark.parametrize("way", WAYS_IN)
async def test_an_answer_can_be_run_by_hand(way: str, world: Store) -> None:
    """The text and parameters that are shown give the page that was answered."""
    question = replace(WAYS_IN[way], limit=2)
    text, parameters = facts.described(question)
    (row,) = await world._read(text, parameters, 10)  # pyright: ignore[reportArgumentType]
    assert row[0] == (await facts.page(world, question)).items[:2]
