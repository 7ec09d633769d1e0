"""Appeals and rulings that documents tell of: which fact they change, its status on any day, and how that is undone."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import httpx
import pytest

from graph.connection import Connection
from graph.model import ClaimRow, DocumentRow, EntityRow, FactRow, Plan, StageRow
from graph.store import Store
from graph.writes.apply import apply
from seed.extract.types import Claim, Extraction, Party, Sum, When
from seed.ingest import review
from seed.ingest.facts.records import follow_origin, groups_of
from seed.ingest.rows import Source
from seed.ingest.write import Ingested, ingest, withdraw
from tests.conftest import wipe
from tests.service import service
from tests.soak.snapshot import difference, snapshot

pytestmark = pytest.mark.usefixtures("counted")

ICO = Party("Information Commissioner's Office", "ico-uk", "regulator", "the ICO")
ACME = Party("Acme Biscuits", "acme-biscuits", "company", "Acme", registered=False)
BOLT = Party("Bolt Buns", "bolt-buns", "company", "Bolt", registered=False)
LOWER = Party("First-tier Tribunal", "lower-tribunal", "court", "the tribunal", registered=False)
UPPER = Party("Upper Tribunal", "upper-tribunal", "court", "the Upper Tribunal", registered=False)
REGISTRY = {"ico-uk": EntityRow("ico-uk", "regulator", "Information Commissioner's Office", ("ICO",), "GB")}

Said = tuple[str, Party, Party, str, str | None]
"""Relation, subject, object, the words, and the date."""

FINE: Said = ("FINED", ICO, ACME, "The ICO fined Acme £2,000,000.", "2021-05-03")
APPEAL: Said = ("APPEALED", ACME, ICO, "Acme appealed against the fine.", "2021-06-01")
ANNULMENT: Said = ("ANNULLED", LOWER, ICO, "The tribunal annulled the fine.", "2022-06-04")
REVERSAL: Said = ("REVERSED", UPPER, LOWER, "The Upper Tribunal reversed the tribunal.", "2023-07-05")
FINE_ID = "ico-uk.fined.acme-biscuits.2021"


def story(name: str, *said: Said, published: str = "2024-01-01") -> tuple[Source, Extraction]:
    """A document that says all this, one sentence after the other; a fine has its sum."""
    text = f"Story {name}."
    claims: list[Claim] = []
    for relation, subject, object_, words, date in said:
        start = len(text) + 1
        text = f"{text} {words}"
        sum_ = Sum(Decimal(2_000_000), "GBP", "£2,000,000") if "£2,000,000" in words else None
        when = When(date, date) if date else None
        claims.append(
            Claim(relation, subject, object_, "asserted", words, start, len(text), "test", sum_, when)
        )
    source = Source(text, f"Story {name}", f"https://{name}.example/", f"Paper {name}", published=published)
    return source, Extraction("-", tuple(claims), None, "rules", "test")


ALL = [
    story("fine", FINE),
    story("appeal", APPEAL),
    story("annulment", FINE, ANNULMENT),
    story(
        "reversal", ("ANNULLED", LOWER, ICO, "The tribunal had annulled Acme's fine.", None), FINE, REVERSAL
    ),
]


async def tell(store: Store, *told: tuple[Source, Extraction]) -> list[Ingested]:
    """Take documents in, one after the other."""
    return [await ingest(store, source, extraction, REGISTRY) for source, extraction in told]


async def asked(store: Store, path: str, **params: str) -> Any:
    """What the service answers."""
    async with service(store.connection) as client:
        answer: httpx.Response = await client.get(path, params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def status(store: Store, fact: str = FINE_ID, **params: str) -> tuple[str | None, str | None]:
    """Status of a fact and since when."""
    found = (await asked(store, "/v1/facts", **params))["items"]
    return next(((one["status"], one["status_since"]) for one in found if one["id"] == fact), (None, None))


async def test_a_ruling_changes_the_fine(store: Store) -> None:
    """The status now and on any day follow, and the stage shows the words that say so."""
    await tell(store, story("fine", FINE), story("ruling", FINE, ANNULMENT))
    assert await status(store) == ("annulled", "2022-06-04")
    assert await status(store, valid_on="2022-06-03") == ("imposed", "2021-05-03")
    assert await status(store, valid_on="2022-06-04") == ("annulled", "2022-06-04")
    fine = await asked(store, f"/v1/facts/{FINE_ID}")
    assert [(one["stage"], one["date"]) for one in fine["stages"]] == [
        ("imposed", "2021-05-03"),
        ("annulled", "2022-06-04"),
    ]
    assert fine["stages"][1]["by"]["id"] == "lower-tribunal"
    assert [one["quote"] for one in fine["stages"][1]["evidence"]] == ["The tribunal annulled the fine."]
    (ruling,) = fine["changed_by"]
    assert ruling["id"] == "lower-tribunal.annulled.ico-uk.acme-biscuits.2022"
    whole = await asked(store, f"/v1/facts/{ruling['id']}")
    assert [one["id"] for one in whole["changes"]] == [FINE_ID]
    assert [(one["role"], one["entity"]["id"]) for one in whole["parties"]] == [("target", "acme-biscuits")]


async def test_any_order_gives_the_same_stages(store: Store, connection: Connection) -> None:
    """Fine, appeal, annulment and its reversal in many orders: one graph, in which the fine stands again."""
    wanted: dict[str, list[str]] | None = None
    for order in list(itertools.permutations(ALL))[::4]:
        await wipe(store)
        await tell(store, *order)
        found = await snapshot(connection)
        wanted = wanted or found
        assert difference(wanted, found) == [], order
    fine = await asked(store, f"/v1/facts/{FINE_ID}")
    assert [(one["stage"], one["date"]) for one in fine["stages"]] == [
        ("imposed", "2021-05-03"),
        ("appealed", "2021-06-01"),
        ("annulled", "2022-06-04"),
        ("reinstated", "2023-07-05"),
    ]
    assert fine["status"] == "imposed"
    appeal = await asked(store, "/v1/facts/acme-biscuits.appealed.ico-uk.2021")
    assert [one["stage"] for one in appeal["stages"]] == ["appealed", "annulled", "reinstated"]


async def test_taking_a_ruling_back_restores_the_status(store: Store, connection: Connection) -> None:
    """Withdrawn or rejected, in whatever order it came: the graph is as it was."""
    await tell(store, story("fine", FINE))
    before = await status(store)
    (ruled,) = await tell(store, story("ruling", FINE, ANNULMENT))
    await withdraw(store, ruled.document, "retracted")
    assert await status(store) == before
    await tell(store, story("ruling", FINE, ANNULMENT))
    assert (await status(store))[0] == "annulled"
    (claim,) = [
        one["claim"] for one in (await review.queue(store, 20)).items if one["relation"] == "ANNULLED"
    ]
    await review.review(store, claim, "rejected", "ann", "misread")
    assert await status(store) == before
    await review.review(store, claim, "accepted", "ann", "read again")
    assert (await status(store))[0] == "annulled"
    graph = await snapshot(connection)
    assert sum('"annulled"' in line for line in graph["Stage"]) == 1


async def test_the_fine_withdrawn_takes_no_ruling_with_it(store: Store) -> None:
    """A ruling on a fine of which no document tells any more waits for a person; the fine read again is annulled."""
    fine, ruling = await tell(store, story("fine", FINE), story("ruling", APPEAL, ANNULMENT))
    assert (await status(store))[0] == "annulled"
    await withdraw(store, fine.document, "retracted")
    waiting = {one["claim"]: one for one in (await review.queue(store, 20)).items}
    assert {one["relation"] for one in waiting.values() if one["unsure"]} == {"ANNULLED", "APPEALED"}
    assert ruling.unsure == ()
    await tell(store, story("fine", FINE))
    assert (await status(store))[0] == "annulled"


async def test_several_fines_change_none(store: Store) -> None:
    """Where two fines of the same firm are as likely, nothing is changed, and the claim waits; its sum decides."""
    other: Said = ("FINED", ICO, ACME, "The ICO fined Acme.", "2018-02-01")
    vague: Said = ("ANNULLED", LOWER, ICO, "The tribunal annulled the decision on Acme.", "2022-06-04")
    await tell(store, story("fine", FINE), story("older", other))
    (done,) = await tell(store, story("ruling", APPEAL, vague))
    assert len(done.unsure) == 2
    assert (await status(store))[0] == "imposed"
    exact: Said = ("ANNULLED", LOWER, ICO, "The tribunal annulled the £2m fine of Acme.", "2022-06-04")
    await tell(store, story("exact", APPEAL, exact))
    assert (await status(store))[0] == "annulled"


async def test_a_ruling_before_the_fine_is_of_another(store: Store) -> None:
    """A decision cannot be annulled before it was taken."""
    early: Said = ("ANNULLED", LOWER, ICO, "The tribunal annulled a fine of Acme.", "2020-01-01")
    (_, done) = await tell(store, story("fine", FINE), story("ruling", APPEAL, early))
    assert (await status(store))[0] == "under_appeal"
    assert len(done.unsure) == 1


async def test_rulings_on_two_firms_are_two(store: Store) -> None:
    """Two annulments of the same tribunal and authority in one month change each its own fine."""
    bolt: Said = ("FINED", ICO, BOLT, "The ICO fined Bolt.", "2021-05-03")
    second: Said = ("ANNULLED", LOWER, ICO, "The tribunal quashed the fine of Bolt.", "2022-06-10")
    await tell(store, story("one", FINE, ANNULMENT), story("two", bolt, second))
    assert await status(store) == ("annulled", "2022-06-04")
    assert await status(store, "ico-uk.fined.bolt-buns.2021") == ("annulled", "2022-06-10")


async def test_an_annulment_does_not_date_the_fine(store: Store) -> None:
    """News of a ruling dates the ruling at most by its own day, and the fine not at all."""
    source, extraction = story("news", FINE, ANNULMENT)
    undated = tuple(replace(claim, when=When("2024-01-01", "")) for claim in extraction.claims)
    await ingest(store, source, replace(extraction, claims=undated), REGISTRY)
    (fine,) = (await asked(store, "/v1/fines"))["items"]
    assert (fine["date"], fine["status"], fine["status_since"]) == (None, "annulled", None)
    assert fine["status_since_reason"] == "no source gives the day; it was known on 2024-01-01"
    whole = await asked(store, f"/v1/facts/{fine['id']}")
    assert whole["stages"][1]["note"] == "Told in a report of 2024-01-01; the day itself is not given."


def _record(stages: Sequence[StageRow], status: str) -> Plan:
    """The fine as people wrote it down."""
    fact = FactRow(
        "the-fine", "FINED", "ico-uk", "acme-biscuits", "2021-05-03",
        amount_minor=200_000_000, currency="GBP", status=status, stages=tuple(stages),
    )  # fmt: skip
    bodies = (
        REGISTRY["ico-uk"],
        EntityRow("acme-biscuits", "company", "Acme Biscuits"),
        EntityRow("lower-tribunal", "court", "First-tier Tribunal"),
    )
    page = DocumentRow("register", "official", "Register", "ICO", "ico")
    claim = ClaimRow("c-record", "register", "FINED", "ico-uk", "acme-biscuits", "the-fine")
    return Plan("records", bodies, (page,), (), (fact,), (claim,))


async def test_a_record_changes_only_by_an_accepted_claim(store: Store) -> None:
    """What people wrote down stands until a person accepts the claim, and again when that is taken back."""
    await apply(store, _record([StageRow("imposed", "2021-05-03")], "final"))
    (done,) = await tell(store, story("ruling", FINE, ANNULMENT))
    assert await status(store, "the-fine") == ("final", "2021-05-03")
    assert len(done.unsure) == 1
    assert (await asked(store, "/v1/facts/the-fine"))["changed_by"] == []
    (claim,) = done.unsure
    await review.review(store, claim, "accepted", "ann", "as in the ruling")
    assert await status(store, "the-fine") == ("annulled", "2022-06-04")
    await review.review(store, claim, "rejected", "bob", "it was another")
    assert await status(store, "the-fine") == ("final", "2021-05-03")


async def test_a_record_that_comes_or_changes_keeps_its_ruling(store: Store) -> None:
    """An accepted ruling changes the record also when that is loaded later, and after it was corrected."""
    (done,) = await tell(store, story("ruling", APPEAL, ANNULMENT))
    assert len(done.unsure) == 2
    stages = [StageRow("imposed", "2021-05-03")]
    records = _record(stages, "imposed")

    async def loaded(plan: Plan) -> None:
        await apply(store, plan)
        await follow_origin(store, "test", ["c-record"], groups_of(plan.facts))

    await loaded(records)
    assert await status(store, "the-fine") == ("imposed", "2021-05-03")
    claim = next(
        one["claim"] for one in (await review.queue(store, 9)).items if one["relation"] == "ANNULLED"
    )
    await review.review(store, claim, "accepted", "ann", "as in the ruling")
    assert (await status(store, "the-fine"))[0] == "annulled"
    await loaded(replace(records, facts=(replace(records.facts[0], summary="Corrected."),)))
    fine = await asked(store, "/v1/facts/the-fine")
    assert (fine["summary"], fine["status"]) == ("Corrected.", "annulled")
    assert [one["stage"] for one in fine["stages"]] == ["imposed", "annulled"]


async def test_a_claim_that_agrees_with_a_record_supports_it(store: Store) -> None:
    """The recorded stage shows the words of the machine's claim; no stage is added, nobody has to be asked."""
    stages = [StageRow("imposed", "2021-05-03"), StageRow("annulled", "2022-06", by="lower-tribunal")]
    await apply(store, _record(stages, "annulled"))
    (done,) = await tell(store, story("ruling", FINE, ANNULMENT))
    assert done.unsure == ()
    fine = await asked(store, "/v1/facts/the-fine")
    assert [(one["stage"], one["date"]) for one in fine["stages"]] == [
        ("imposed", "2021-05-03"),
        ("annulled", "2022-06"),
    ]
    assert [one["quote"] for one in fine["stages"][1]["evidence"]] == ["The tribunal annulled the fine."]
    await withdraw(store, done.document, "retracted")
    assert (await asked(store, "/v1/facts/the-fine"))["stages"][1]["evidence"] == []
