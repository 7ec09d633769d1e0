"""Lists in a real graph: matched, new, disputed; again without change; undone to the node."""

import asyncio
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from app.answers import coverage
from app.answers.service import Service
from graph.connection import Connection
from graph.errors import Conflict, NotFound
from graph.reads import facts
from graph.reads.batches import batches
from graph.reads.facts import FactQuery, Filters
from graph.reads.revision import counts
from graph.store import Store
from seed.curated import examine, plan
from seed.extract.mentions.gazetteer import Entry
from seed.import_ import run
from seed.import_.authorities import Authorities
from seed.import_.batch import Report
from seed.import_.mapping import Mapping, Property
from seed.import_.placing import Spread, place
from seed.import_.private import private_rows
from seed.import_.run import Prepared, bring, counted, prepare
from seed.import_.turn import turn
from seed.import_.undo import undo
from seed.load import load
from tests.conftest import no_tracing
from tests.integration.import_.spreading import cluster, processes
from tests.record_folder import RecordFolder
from tests.soak.snapshot import difference, snapshot

pytestmark = pytest.mark.usefixtures("counted")

COLUMNS = Mapping(
    name="mine",
    title="My list",
    publisher="Me",
    properties={
        "authority": Property(column="who"),
        "target": Property(column="whom"),
        "kind": Property(literal="fine"),
        "date": Property(column="when"),
        "amount": Property(column="sum"),
        "currency": Property(literal="EUR"),
    },
)
_BODIES = Authorities.of([Entry("reg-b", "Regulator B", "regulator", "DE", "data protection authority")])
_LIST = """who,whom,when,sum
reg-b,Bolt GmbH,2021-05-03,5000
reg-b,A bank,2021-05-04,7000
reg-b,Unknown,2021-05-04,7000
nobody,Bolt GmbH,2021-05-03,5000
"""


@pytest.fixture
async def graph(store: Store, tmp_path: Path) -> Store:
    """A graph with a small folder of records."""
    checked = examine(RecordFolder(tmp_path / "records").write())
    with no_tracing():
        assert (await load(store, checked, plan(checked))).complete
    return store


def _prepared(tmp_path: Path, text: str = _LIST, columns: Mapping = COLUMNS) -> Prepared:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    return prepare(path, columns, authorities=_BODIES)


async def _facts(store: Store, tier: str) -> list[dict[str, object]]:
    return list((await facts.page(store, FactQuery(Filters(tiers=[tier])))).items)


async def _bring(store: Store, prepared: Prepared) -> Report:
    report = await bring(store, prepared)
    assert report.accounted
    return report


async def test_rows_become_facts_of_their_tier(graph: Store, tmp_path: Path) -> None:
    """Named and unnamed parties, each with its document; curated facts stay as they were."""
    before = await _facts(graph, "curated")
    report = await _bring(graph, _prepared(tmp_path))
    assert (report.rows, report.new, report.refused, report.unnamed) == (4, 3, 1, 2)
    found = await _facts(graph, "imported")
    assert sorted(str(fact["object"]["id"]) for fact in found) == [  # type: ignore[index]
        "bolt-gmbh",
        "unnamed-party-de",
        "unnamed-party-de",
    ]
    assert all(fact["sources"]["documents"] == 1 for fact in found)  # type: ignore[index]
    assert await _facts(graph, "curated") == before


async def test_the_same_list_again_changes_nothing(
    graph: Store, connection: Connection, tmp_path: Path
) -> None:
    """Nor does it where the first run was cut off before its end."""
    await _bring(graph, _prepared(tmp_path))
    clean = await snapshot(connection)
    again = await bring(graph, _prepared(tmp_path))
    assert again.unchanged
    assert difference(clean, await snapshot(connection)) == []
    await graph.script("MATCH (b:_Batch) DELETE b")
    taken_up = await bring(graph, _prepared(tmp_path))
    assert taken_up.changes == 0
    assert difference(clean, await snapshot(connection)) == []


async def test_a_batch_is_undone_to_the_node(graph: Store, connection: Connection, tmp_path: Path) -> None:
    """The graph is as it was, whatever the rows met."""
    before = await snapshot(connection)
    await _bring(graph, _prepared(tmp_path))
    assert await undo(graph, "mine") == 3
    assert difference(before, await snapshot(connection)) == []
    assert await batches(graph) == []
    with pytest.raises(NotFound):
        await undo(graph, "mine")


async def test_a_second_list_supports_or_disputes_what_the_first_brought(
    graph: Store, tmp_path: Path
) -> None:
    """Same party and day: one claim more, and the fact is not changed; equal sums of one day alone link nothing."""
    await _bring(graph, _prepared(tmp_path))
    other = COLUMNS.model_copy(update={"name": "other", "publisher": "Other"})
    text = "who,whom,when,sum\nreg-b,BOLT Gmbh,2021-05-03,5000\nreg-b,Nut AG,2021-05-04,7000\n"
    report = await _bring(graph, _prepared(tmp_path, text, other))
    assert (report.new, report.matched, report.disputed) == (1, 1, 0)
    third = COLUMNS.model_copy(update={"name": "third", "publisher": "Third"})
    report = await _bring(
        graph, _prepared(tmp_path, "who,whom,when,sum\nreg-b,Bolt,2021-05-03,6000\n", third)
    )
    assert (report.matched, report.disputed) == (1, 1)
    fact = next(one for one in await _facts(graph, "imported") if one["object"]["id"] == "bolt-gmbh")  # type: ignore[index]
    assert fact["amount"]["value"] == 5000  # type: ignore[index]
    assert sorted(one["stance"] for one in fact["evidence"]) == ["disputes", "supports", "supports"]  # type: ignore[union-attr,index]


async def test_a_row_that_left_the_list_is_withdrawn(graph: Store, tmp_path: Path) -> None:
    """A newer file of the same batch is the whole of it."""
    await _bring(graph, _prepared(tmp_path))
    shorter = _LIST.replace("reg-b,Bolt GmbH,2021-05-03,5000\n", "", 1)
    await _bring(graph, _prepared(tmp_path, shorter))
    assert [fact["object"]["id"] for fact in await _facts(graph, "imported")] == ["unnamed-party-de"] * 2  # type: ignore[index]


async def test_a_compiled_row_never_changes_a_curated_fact(graph: Store, tmp_path: Path) -> None:
    """It stands beside it with its own sum, and disputes it."""
    found = (await _facts(graph, "curated"))[0]
    name, day = found["object"]["name"], found["date"]  # type: ignore[index]
    text = f"who,whom,when,sum\n{found['subject']['id']},{name},{day},1\n"  # type: ignore[index]
    body = Entry(str(found["subject"]["id"]), "R", "regulator", "DE", "data protection authority")  # type: ignore[index]
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    prepared = prepare(
        path, COLUMNS.model_copy(update={"tier": "compiled"}), authorities=Authorities.of([body])
    )
    entries = tuple(replace(one, country=None) for one in prepared.entries)
    await bring(graph, replace(prepared, entries=entries))
    after = next(one for one in await _facts(graph, "curated") if one["id"] == found["id"])
    for key in ("amount", "date", "status", "relation", "review"):
        assert after[key] == found[key]


async def test_a_body_that_no_record_has_comes_with_its_row(
    graph: Store, connection: Connection, tmp_path: Path
) -> None:
    """It is known by name and was never written; it goes again with its batch."""
    before = await snapshot(connection)
    path = tmp_path / "list.csv"
    path.write_text("who,whom,when,sum\nOfcom,Bolt GmbH,2021-05-03,5000\n", encoding="utf-8")
    report = await _bring(graph, prepare(path, COLUMNS))
    assert (report.new, report.refused) == (1, 0)
    (fact,) = await _facts(graph, "imported")
    assert fact["subject"]["id"] == "ofcom-uk"  # type: ignore[index]
    await undo(graph, "mine")
    assert difference(before, await snapshot(connection)) == []


class _KilledError(BaseException):
    """What a process that is killed does not catch."""


async def test_killed_in_the_middle_and_started_again_it_is_one_clean_run(
    graph: Store, connection: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written stays and is taken up; the list says meanwhile that it is not whole; undone, nothing is left."""
    monkeypatch.setattr(run, "_TOGETHER", 1)
    before = await snapshot(connection)
    await _bring(graph, _prepared(tmp_path))
    clean = await snapshot(connection)
    await undo(graph, "mine")
    assert difference(before, await snapshot(connection)) == []

    def killed(done: int) -> None:
        if done == 2:
            raise _KilledError

    for again in (False, True):
        with pytest.raises(_KilledError):
            await bring(graph, _prepared(tmp_path), killed)
        (half,) = await batches(graph)
        assert (half.report, half.facts) == (None, 2)
        if again:
            await _bring(graph, _prepared(tmp_path))
            assert difference(clean, await snapshot(connection)) == []
        else:
            await undo(graph, "mine")
            assert difference(before, await snapshot(connection)) == []


async def test_two_imports_at_once_wait_for_each_other(graph: Store, tmp_path: Path) -> None:
    """The second is told that it waits, and finds what the first has written."""
    waited: list[bool] = []
    other = _prepared(tmp_path, columns=COLUMNS.model_copy(update={"name": "other", "publisher": "Other"}))
    first, second = await asyncio.gather(
        bring(graph, _prepared(tmp_path), on_wait=lambda: waited.append(True)),
        bring(graph, other, on_wait=lambda: waited.append(True)),
    )
    assert waited
    assert sorted([(first.new, first.matched), (second.new, second.matched)]) == [(2, 1), (3, 0)]


async def test_a_turn_of_one_that_died_runs_out(graph: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for ever."""
    await graph.script(
        "MERGE (l:_Graph {id: 'import'}) SET l.holder = 'dead', l.until = '2020-01-01T00:00:00+00:00'"
    )
    async with turn(graph):
        pass


async def test_a_private_batch_is_in_no_answer(graph: Store, connection: Connection, tmp_path: Path) -> None:
    """Its rows stand beside the graph, with the facts that they meet; again no change, undone to the node."""
    before, revision = await snapshot(connection), (await counts(graph)).revision
    path = tmp_path / "list.csv"
    path.write_text(_LIST, encoding="utf-8")
    prepared = prepare(path, COLUMNS, authorities=_BODIES, private=True)
    report = await _bring(graph, prepared)
    assert (report.new, report.refused) == (3, 1)
    assert (await counts(graph)).revision == revision
    assert await _facts(graph, "imported") == []
    assert await coverage.tiers(Service(store=graph)) == [
        one for one in await coverage.tiers(Service(store=graph)) if one["tier"] == "curated"
    ]
    rows = await private_rows(graph, "mine")
    assert [(row["row"], row["target"]["name"], row["amount"]) for row in rows] == [
        (1, "Bolt GmbH", 5000),
        (2, None, 7000),
        (3, None, 7000),
    ]
    assert (await bring(graph, prepared)).unchanged
    with pytest.raises(Conflict, match="is private"):
        await bring(graph, _prepared(tmp_path))
    assert await undo(graph, "mine") == 0
    assert difference(before, await snapshot(connection)) == []


async def test_a_dry_run_needs_no_schema(graph: Store, tmp_path: Path) -> None:
    """It reads, and writes nothing."""
    found = counted(
        (prepared := _prepared(tmp_path)).report, await place(graph, prepared.batch.id, prepared.entries)
    )
    assert (found.new, found.refused) == (3, 1)
    assert await batches(graph) == []


async def test_rows_that_are_compared_in_other_processes_are_the_same_graph(
    graph: Store, connection: Connection, tmp_path: Path
) -> None:
    """Whoever compares, a thread, processes or a Dask cluster of two workers, the outcome is one."""
    bodies = Authorities.of(
        Entry(f"reg-{name}", f"Regulator {name}", "regulator", "DE", "data protection authority")
        for name in "bc"
    )
    await graph.script(
        "MERGE (e:Entity:Regulator {id: 'reg-c'}) SET e.kind = 'regulator', e.name = 'C', e.names = ['C']"
    )
    found = []
    for opened in (nullcontext, processes, cluster):
        with opened() as pool:
            spread = Spread(pool, 2) if pool else Spread()
            for name, text in (("first", _LIST), ("second", _LIST.replace("5000", "6000"))):
                path = tmp_path / f"{name}.csv"
                path.write_text(text + text.replace("reg-b", "reg-c").partition("\n")[2], encoding="utf-8")
                columns = COLUMNS.model_copy(update={"name": name})
                report = await bring(graph, prepare(path, columns, authorities=bodies), spread=spread)
        assert (report.matched, report.disputed, report.new) == (2, 2, 4)
        found.append(await snapshot(connection))
        for name in ("second", "first"):
            await undo(graph, name)
    assert difference(found[0], found[1]) == []
    assert difference(found[0], found[2]) == []
