"""Loading records into a real graph."""

import asyncio
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
import typer
from typer.testing import CliRunner

from app.cli.seed import seed
from graph import patience
from graph.connection import Connection
from graph.errors import DatabaseUnavailable, Gone
from graph.reads import facts, revision
from graph.reads.facts import FactQuery, Filters
from graph.store import Store
from seed.curated import examine, plan
from seed.extract.types import Claim, Extraction, Party
from seed.ingest.registry import registry
from seed.ingest.rows import Source
from seed.ingest.write import Ingested, ingest
from seed.load import Outcome, Report, load
from tests.conftest import wipe
from tests.record_folder import RecordFolder
from tests.soak.snapshot import difference, snapshot


@pytest.fixture
def folder(tmp_path: Path) -> RecordFolder:
    """A small folder of records that is in order."""
    return RecordFolder(tmp_path)


async def _load(store: Store, folder: RecordFolder) -> Report:
    checked = examine(folder.write())
    return await load(store, checked, plan(checked))


async def test_a_second_load_changes_nothing(store: Store, folder: RecordFolder) -> None:
    """The first load writes every row, the second none."""
    first = await _load(store, folder)
    assert first.complete
    assert first.created == first.contents.rows
    second = await _load(store, folder)
    assert second.complete
    assert second.changes == 0


async def test_a_load_that_was_cut_off_is_taken_up_again(store: Store, folder: RecordFolder) -> None:
    """What the first half wrote stays, and the second run writes only the rest."""
    checked = examine(folder.write())
    groups = plan(checked)
    half = await load(store, checked, groups[: len(groups) // 2])
    rest = await load(store, checked, groups)
    assert half.changes > 0
    assert rest.complete
    assert half.changes + rest.changes == sum(rest.contents.rows.values())


async def _load_all(store: Store, folder: RecordFolder) -> Report:
    checked = examine(folder.write())
    return await load(store, checked, plan(checked), origin="test")


async def _told(store: Store) -> Ingested:
    """A machine reads of the very fine that a record tells."""
    subject = Party("Regulator B", "reg-b", "regulator", "the regulator")
    object_ = Party("Acme", "acme", "company", "Acme")
    text = "Regulator B fined Acme."
    claim = Claim("FINED", subject, object_, "asserted", text, 0, len(text), "test")
    source = Source(text, "Story", "https://paper.example/", "Paper", published="2024-01-01")
    return await ingest(store, source, Extraction("-", (claim,), None, "rules", "1"), registry())


async def test_a_record_that_is_gone_is_withdrawn(
    store: Store, connection: Connection, folder: RecordFolder
) -> None:
    """Its fact is a tombstone with the reason; a second load changes nothing; the record back, all is as it was."""
    await _load_all(store, folder)
    before = await snapshot(connection)
    report = await _load_all(store, folder.without("acme-us-2022"))
    assert report.followed.gone == ("acme-us-2022",)
    with pytest.raises(Gone) as gone:
        await facts.one(store, "acme-us-2022")
    assert gone.value.reason == "no longer in the records"
    number = (await revision.counts(store)).revision
    again = await _load_all(store, folder)
    assert (again.followed.gone, again.changes) == ((), 0)
    assert (await revision.counts(store)).revision == number
    report = await _load_all(store, folder.restore())
    assert (report.followed.gone, report.followed.back) == ((), ("acme-us-2022",))
    assert difference(before, await snapshot(connection)) == []


async def test_records_of_another_folder_stay(store: Store, folder: RecordFolder) -> None:
    """Each folder takes away what it had itself; one with a problem takes away nothing."""
    await _load_all(store, folder)
    checked = examine(folder.write())
    other = await load(store, checked, plan(checked)[:1], origin="other")
    assert other.followed.gone == ()
    broken = await _load_all(store, folder.without("acme-us-2022").set("acme-2022", amount=-1))
    assert not broken.complete
    assert broken.followed.gone == ()
    await facts.one(store, "acme-us-2022")


async def test_what_machines_read_of_a_gone_record_is_a_fact_of_its_own(
    store: Store, connection: Connection, folder: RecordFolder
) -> None:
    """Documents first or records first: the same graph. A record that goes leaves what documents say."""
    await _load_all(store, folder)
    told = await _told(store)
    assert told.confirmed == ("acme-us-2022",)
    records_first = await snapshot(connection)
    report = await _load_all(store, folder.without("acme-us-2022"))
    assert report.followed.gone == ("acme-us-2022",)
    page = await facts.page(store, FactQuery(Filters(relations=["FINED"], subjects=["reg-b"])))
    assert [fact["id"] for fact in page.items] == ["reg-b.fined.acme.undated"]
    await wipe(store)
    await _told(store)
    await _load_all(store, folder.restore())
    assert difference(records_first, await snapshot(connection)) == []


async def test_a_changed_record_changes_its_own_rows_only(store: Store, folder: RecordFolder) -> None:
    """A corrected sum changes the fact and its claims, and nothing else."""
    await _load(store, folder)
    report = await _load(store, folder.set("acme-us-2022", amount=99.5))
    assert report.created == dict.fromkeys(report.created, 0)
    assert {kind: count for kind, count in report.changed.items() if count} == {"facts": 1, "claims": 1}


async def test_a_bad_record_leaves_out_its_group_and_no_other(store: Store, folder: RecordFolder) -> None:
    """The report has file, line and reason; once corrected, only that group is written."""
    broken = await _load(store, folder.set("acme-us-2022", status_now="annulled"))
    assert not broken.complete
    assert broken.blocked == ("actions/united-states.yaml",)
    assert [(one.place.file, one.record) for one in broken.problems] == [
        ("actions/united-states.yaml", "acme-us-2022")
    ]
    assert broken.created["facts"] == 10
    mended = await _load(store, folder.set("acme-us-2022", status_now="imposed"))
    assert mended.complete
    assert mended.created["facts"] == 1
    assert mended.created["entities"] == 0


async def test_a_group_that_the_graph_refuses_is_told_and_others_go_on(
    store: Store, folder: RecordFolder
) -> None:
    """A plan that names what is not in the graph writes nothing of its group."""
    checked = examine(folder.write())
    groups = plan(checked)
    at = next(n for n, group in enumerate(groups) if group.name == "actions/france.yaml")
    facts = tuple(replace(fact, object="nobody") for fact in groups[at].plan.facts)
    groups[at] = replace(groups[at], plan=replace(groups[at].plan, facts=facts))
    seen: list[Outcome] = []
    report = await load(store, checked, groups, seen.append)
    # The relations change the facts that are missing now, so their group is refused as well.
    assert [outcome.group for outcome in report.refused] == ["actions/france.yaml", "relations/saga.yaml"]
    assert "nothing of this group was written" in (report.refused[0].refused or "")
    assert len(seen) == len(groups)
    assert report.created["facts"] == 1


async def test_a_graph_that_is_gone_ends_the_load(
    folder: RecordFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A load without a graph waits for it; then it is an error to try again, not a report of refused groups."""
    monkeypatch.setattr(patience, "SECONDS", 1.0)
    nowhere = Connection(uri="bolt://127.0.0.1:9", user="neo4j", password="x")
    async with Store(nowhere) as store:
        with pytest.raises(DatabaseUnavailable):
            await _load(store, folder)


async def test_the_command_loads_and_says_when_nothing_changed(
    store: Store, connection: Connection, folder: RecordFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`whofined seed` twice: rows, then none; with --json the same for scripts."""
    for name in ("uri", "user", "password", "database"):
        monkeypatch.setenv(f"NEO4J_{name.upper()}", getattr(connection, name))
    command = typer.Typer()
    command.command()(seed)
    path = str(folder.write())
    first = await asyncio.to_thread(CliRunner().invoke, command, ["--records", path])
    assert first.exit_code == 0, first.output
    assert "rows were written" in first.output
    second = await asyncio.to_thread(CliRunner().invoke, command, ["--records", path])
    assert "Nothing changed: the graph holds these records already." in second.output
    third = await asyncio.to_thread(CliRunner().invoke, command, ["--records", path, "--json"])
    assert orjson.loads(third.stdout)["changes"] == 0


def test_the_command_says_what_is_wrong_with_the_connection(
    folder: RecordFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unreachable graph is an error of ours, which the command line tells in one line, without a long wait."""
    monkeypatch.setattr(patience, "NEVER_REACHED", 1.0)
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:9")
    monkeypatch.setenv("NEO4J_PASSWORD", "x")
    command = typer.Typer()
    command.command()(seed)
    result = CliRunner().invoke(command, ["--records", str(folder.write())])
    assert isinstance(result.exception, DatabaseUnavailable)
