"""Who is who: merging, splitting, taking back; and that documents and judgements may come in any order."""

import random
from dataclasses import replace
from typing import Any

import pytest

from graph.connection import Connection
from graph.errors import Conflict, InvalidInput, NotFound
from graph.model import EntityRow, Plan
from graph.reads import entities, facts, revision, search
from graph.reads.facts import FactQuery, Filters
from graph.store import Store
from graph.writes.apply import apply
from seed.ingest import review
from seed.ingest.identity import candidates
from seed.ingest.identity.judge import follow_records
from seed.ingest.write import withdraw
from tests.conftest import wipe
from tests.integration.ingest.telling import ICO, REGISTRY, fined, fines, firm, graph, say, tell
from tests.soak.snapshot import difference

pytestmark = pytest.mark.usefixtures("counted")


async def _three(store: Store) -> None:
    """A firm under two names, each in documents of its own, and a registered one."""
    await tell(store, "one", fined("acme"), fined("beta"))
    await tell(store, "two", fined("acme-biscuits", pounds="7552800", date="2022-05-18"))
    await tell(store, "three", fined("acme-biscuits", pounds="900000", date="2024-02"))
    await tell(store, "four", fined("gamma", pounds="40000", roles=(("platform", firm("acme-biscuits")),)))


async def _exported(store: Store) -> list[dict[str, Any]]:
    """All facts with their evidence and times, as an export has them."""
    return list((await facts.page(store, FactQuery(Filters(), limit=500, order="asc"))).items)


async def test_what_is_the_same_has_its_facts_together(store: Store) -> None:
    """Two names of one firm: the fine that both tell of is one fact with two sources, under the id that is kept."""
    await _three(store)
    done = await say(store, "acme-biscuits", "acme", "same")
    assert done.merged == {"acme-biscuits": "acme"}
    assert [row for row in await fines(store) if row[1] == "acme"] == [
        ("ico-uk.fined.acme.2022", "acme", 2),
        ("ico-uk.fined.acme.2024", "acme", 1),
    ]
    assert (await entities.one(store, "acme-biscuits")).properties["merged_into"] == "acme"  # pyright: ignore[reportOptionalSubscript]
    assert await entities.canonical(store, "acme-biscuits", "id") == "acme"


async def test_a_merged_name_finds_the_other(store: Store) -> None:
    """Search by a name of the merged one gives the one that is kept, and its facts."""
    await _three(store)
    await say(store, "acme-biscuits", "gamma", "same")
    found = await search.search(store, "Acme Biscuits", 5)
    assert [one["id"] for one in found.entities][:1] == ["gamma"]
    assert "ico-uk.fined.gamma.2024" in [one["id"] for one in found.facts]


async def test_taken_back_all_is_as_it_was(store: Store, connection: Connection) -> None:
    """Merged and judged different again: the same graph and the same export, times of recording included."""
    await _three(store)
    before, exported = await graph(connection), await _exported(store)
    for right in ("acme", "gamma"):
        await say(store, "acme-biscuits", right, "same")
        assert difference(before, await graph(connection)) != []
        await say(store, right, "acme-biscuits", "different")
        assert difference(before, await graph(connection)) == []
        assert await _exported(store) == exported


async def test_a_merged_firm_may_be_a_third_party(store: Store) -> None:
    """A role in a fact goes over to the entity that is kept."""
    await _three(store)
    await say(store, "acme-biscuits", "acme", "same")
    (fact,) = [one for one in await _exported(store) if one["object"]["id"] == "gamma"]
    assert [(one["role"], one["entity"]["id"]) for one in fact["parties"]] == [("platform", "acme")]


@pytest.mark.parametrize("seed", range(4))
async def test_judgements_may_come_before_documents(store: Store, connection: Connection, seed: int) -> None:
    """Any order of later documents and judgements gives the same graph, as long as what is judged exists."""
    later = [
        lambda: tell(store, "five", fined("acme-biscuits", pounds="120000", date="2020")),
        lambda: tell(store, "six", fined("acme", pounds="7.5e6", name="Acme Worldwide")),
        lambda: tell(store, "seven", fined("acme-biscuits", name="Acme Biscuits Holdings of Kent")),
        lambda: say(store, "acme-biscuits", "acme", "same"),
        lambda: say(store, "acme", "beta", "same"),
    ]
    graphs: list[dict[str, list[str]]] = []
    for order in (list(range(5)), random.Random(seed).sample(range(5), 5)):
        await wipe(store)
        await _three(store)
        for at in order:
            await later[at]()
        graphs.append(await graph(connection))
    assert difference(*graphs) == []


async def test_registered_comes_first(store: Store) -> None:
    """The entity of the records is kept, whichever is named first; among others the smallest id."""
    await _three(store)
    await say(store, "acme", "acme-biscuits", "same")
    done = await say(store, "gamma", "acme-biscuits", "same")
    assert done.merged == {"acme": "gamma", "acme-biscuits": "gamma"}


async def test_records_are_never_merged(store: Store) -> None:
    """Two entities of the records, also by way of a third: a clear conflict, and nothing is written."""
    await _three(store)
    with pytest.raises(Conflict, match="curated records"):
        await say(store, "gamma", "beta", "same")
    await say(store, "acme", "gamma", "same")
    before = (await revision.counts(store)).revision
    with pytest.raises(Conflict, match="beta and gamma"):
        await say(store, "acme", "beta", "same")
    assert (await revision.counts(store)).revision == before


async def test_judgements_do_not_contradict_each_other(store: Store) -> None:
    """What is judged different is not merged by way of a third, and what others merge cannot be called different."""
    await _three(store)
    await tell(store, "five", fined("delta"))
    await say(store, "acme", "delta", "different")
    await say(store, "acme", "acme-biscuits", "same")
    with pytest.raises(Conflict, match="acme and delta were judged to be different"):
        await say(store, "acme-biscuits", "delta", "same")
    await say(store, "delta", "acme", "unsure")
    await say(store, "acme-biscuits", "delta", "same")
    with pytest.raises(Conflict, match="acme-biscuits"):
        await say(store, "acme", "delta", "different")


async def test_a_firm_that_is_its_own_counterpart(store: Store) -> None:
    """Subject and object judged to be the same have no fact between them, and have it again when taken back."""
    await tell(store, "one", fined("acme", relation="SUED", subject=firm("delta")))
    await say(store, "acme", "delta", "same")
    assert await _exported(store) == []
    await say(store, "acme", "delta", "different")
    assert [one["id"] for one in await _exported(store)] == ["delta.sued.acme.2022"]


@pytest.mark.parametrize(
    ("left", "right", "verdict", "more", "error"),
    [
        ("acme", "acme", "same", {}, InvalidInput),
        ("acme", "beta", "perhaps", {}, InvalidInput),
        ("acme", "beta", "same", {"why": " "}, InvalidInput),
        ("acme", None, "same", {}, InvalidInput),
        ("acme", "nobody", "same", {}, NotFound),
        ("nobody", "acme", "same", {}, NotFound),
        ("acme", "beta", "unsure", {"claims": ("c-1",)}, InvalidInput),
        ("acme", "beta", "same", {"claims": ("c-1",)}, NotFound),
        ("acme", "beta", "same", {"documents": ("none",)}, NotFound),
    ],
)
async def test_words_that_say_nothing(
    store: Store, left: str, right: str | None, verdict: str, more: dict[str, Any], error: type[Exception]
) -> None:
    """Each is refused, and nothing is written."""
    await _three(store)
    before = (await revision.counts(store)).revision
    with pytest.raises(error):
        await say(store, left, right, verdict, **more)
    assert (await revision.counts(store)).revision == before


async def test_a_document_may_mean_another(store: Store, connection: Connection) -> None:
    """One document's claims go to a new entity, are found there, and come back by another judgement."""
    await _three(store)
    done = await tell(store, "five", fined("acme-biscuits", pounds="66000", date="2019"))
    before, exported = await graph(connection), await _exported(store)
    split = await say(store, "acme-biscuits", None, "same", documents=(done.document,), name="Acme of Texas")
    assert (split.right, split.claims) == ("acme-biscuits~acme-of-texas", 1)
    assert ("ico-uk.fined.acme-biscuits~acme-of-texas.2019", split.right, 1) in await fines(store)
    assert (await entities.one(store, split.right)).properties["name"] == "Acme of Texas"  # pyright: ignore[reportOptionalSubscript]
    await say(store, "acme-biscuits", split.right, "different", documents=(done.document,))
    assert difference(before, await graph(connection)) == []
    assert await _exported(store) == exported
    with pytest.raises(NotFound):
        await entities.one(store, split.right)
    await say(store, "acme-biscuits", "acme", "same")
    with pytest.raises(Conflict, match="judged to be the same"):
        await say(store, "acme-biscuits", "acme", "same", documents=(done.document,))


async def test_a_claim_may_mean_another_that_is_there(store: Store) -> None:
    """Of one document one claim goes over, and the entity that it goes to may be merged later."""
    await _three(store)
    both = (("66000", "2019"), ("10", "2018"))
    await tell(store, "five", *(fined("acme-biscuits", pounds=sum_, date=date) for sum_, date in both))
    waiting = (await review.queue(store, 100)).items
    (claim,) = [one["claim"] for one in waiting if one["amount_minor"] == 1000]
    await say(store, "acme-biscuits", "acme", "same", claims=(claim,))
    assert ("ico-uk.fined.acme.2018", "acme", 1) in await fines(store)
    await say(store, "acme", "gamma", "same")
    assert ("ico-uk.fined.gamma.2018", "gamma", 1) in await fines(store)
    assert ("ico-uk.fined.acme-biscuits.2019", "acme-biscuits", 1) in await fines(store)


async def test_judgements_outlive_withdrawal_and_newer_texts(store: Store, connection: Connection) -> None:
    """A document that is withdrawn and read again, and a newer text from its address, mean what was judged."""
    await _three(store)
    old = await tell(store, "five", fined("acme-biscuits", pounds="66000", date="2019"), text="first")
    await say(store, "acme-biscuits", "beta", "same", documents=(old.document,))
    await say(store, "acme-biscuits", "acme", "same")
    held = await fines(store)
    assert ("ico-uk.fined.beta.2019", "beta", 1) in held
    await withdraw(store, old.document, "retracted")
    await tell(store, "five", fined("acme-biscuits", pounds="66000", date="2019"), text="first")
    assert await fines(store) == held
    await tell(store, "five", fined("acme-biscuits", pounds="67000", date="2019"), text="second")
    assert await fines(store) == held


async def test_a_record_of_a_known_name_is_kept_under_its_new_rank(store: Store) -> None:
    """A load of records writes an entity's own names; those of merged ones are found all the same."""
    await _three(store)
    await say(store, "acme", "gamma", "same")
    await apply(
        store, Plan("records", (REGISTRY["ico-uk"], EntityRow("gamma", "company", "Gamma Group plc")))
    )
    found = await search.search(store, "Acme", 5)
    assert "gamma" in [one["id"] for one in found.entities]


async def test_an_entity_that_becomes_a_record_is_kept(store: Store) -> None:
    """After a load of records the others go by the one that is registered now; nothing else changes."""
    await _three(store)
    await say(store, "acme-biscuits", "acme", "same")
    record = EntityRow("acme-biscuits", "company", "Acme Biscuits Ltd", country="GB")
    await apply(store, Plan("records", (record,)))
    await follow_records(store)
    assert await entities.canonical(store, "acme", "id") == "acme-biscuits"
    assert ("ico-uk.fined.acme-biscuits.2022", "acme-biscuits", 2) in await fines(store)
    before = (await revision.counts(store)).revision
    await follow_records(store)
    assert (await revision.counts(store)).revision == before


async def test_rulings_follow_who_is_who(store: Store, connection: Connection) -> None:
    """An appeal of one name hits the fine of the other when they are merged, and no longer when they are not."""
    appealed = fined("ico-uk", pounds=None, date="2023", relation="APPEALED")
    await tell(store, "one", fined("acme"))
    await tell(store, "two", replace(appealed, subject=firm("acme-biscuits"), object=ICO))
    before, exported = await graph(connection), await _exported(store)
    await say(store, "acme", "acme-biscuits", "same")
    (fine,) = [one for one in await _exported(store) if one["relation"] == "FINED"]
    assert fine["status"] == "under_appeal"
    await say(store, "acme", "acme-biscuits", "different")
    assert difference(before, await graph(connection)) == []
    assert await _exported(store) == exported


async def test_pairs_that_wait_are_explained(store: Store) -> None:
    """Near names wait with their features until a person has decided; a doubt leaves them waiting."""
    await tell(store, "one", fined("acme-biscuits"))
    done = await tell(store, "two", fined("acme-biscuit", pounds="1000"))
    assert [(one.left, one.right) for one in done.similar] == [("acme-biscuit", "acme-biscuits")]
    (pair,) = await candidates.waiting(store)
    assert (pair.left.id, pair.right.id, pair.comparison.outcome) == (
        "acme-biscuit",
        "acme-biscuits",
        "unsure",
    )
    assert {"spelling", "kind", "counterparties"} == {one.feature for one in pair.comparison.features}
    for verdict, left in (("unsure", 1), ("different", 0), ("unsure", 1), ("same", 0)):
        await say(store, "acme-biscuits", "acme-biscuit", verdict)
        assert len(await candidates.waiting(store)) == left
