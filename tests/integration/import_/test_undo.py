"""A batch taken out leaves the graph as it was, to the node and relationship, whatever it met and in whatever order."""

import random
from pathlib import Path

import pytest

from graph.connection import Connection
from graph.store import Store
from seed.curated import examine, plan
from seed.extract.mentions.gazetteer import Entry, read
from seed.import_ import run
from seed.import_.authorities import Authorities
from seed.import_.mapping import Mapping, Property
from seed.import_.run import Prepared, bring, prepare
from seed.import_.undo import undo
from seed.ingest.identity.judge import Word, judge
from seed.load import load
from tests.conftest import no_tracing
from tests.integration.ingest.telling import fined, tell
from tests.record_folder import RecordFolder
from tests.soak.snapshot import difference, snapshot

pytestmark = pytest.mark.usefixtures("counted")

_HEADS = ("who", "where", "whom", "when", "sum", "case")
_WHO = (("ICO", "UK"), ("CNIL", "France"), ("Ofcom", "UK"), ("Regulator A", "France"))
"""Two that the shipped records have and the graph has not, one that no record has, and one of the graph's records."""
_WHOM = (
    "WhatsApp",
    "Facebook",
    "Clearview AI",
    "Acme",
    "Bolt GmbH",
    "Nut AG",
    "A bank",
    "Unknown",
    "Audible",
)
"""Those of the shipped records with their owners, one of the graph's records, and some that nobody knows."""
_BODIES = Authorities.of(
    [*read(), Entry("reg-a", "Regulator A", "regulator", "FR", "data protection authority")]
)
Row = tuple[str, ...]


def columns(name: str) -> Mapping:
    """A mapping of a list of that name."""
    parts = {head: Property(column=head) for head in _HEADS}
    names = {"authority": "who", "country": "where", "target": "whom", "date": "when", "amount": "sum"}
    properties = {name: parts[head] for name, head in names.items()}
    literals = {"kind": Property(literal="fine"), "currency": Property(literal="EUR")}
    return Mapping(
        name=name,
        title=name,
        publisher=name,
        properties=properties | literals | {"case_number": parts["case"]},
    )


@pytest.fixture
async def graph(store: Store, tmp_path: Path) -> Store:
    """A graph of a small folder of records, with a case, and of two documents that machines read."""
    await _records(store, tmp_path / "records")
    await tell(store, "a", fined("bolt-gmbh", name="Bolt GmbH", pounds="1000", date="2021-05-03"))
    await tell(store, "b", fined("gamma"))
    return store


async def _records(store: Store, folder: Path) -> None:
    checked = examine(RecordFolder(folder).write())
    with no_tracing():
        assert (await load(store, checked, plan(checked))).complete


def _prepared(folder: Path, name: str, rows: list[Row], *, private: bool = False) -> Prepared:
    path = folder / f"{name}.csv"
    path.write_text("".join(",".join(row) + "\n" for row in [_HEADS, *rows]), encoding="utf-8")
    return prepare(path, columns(name), private=private, authorities=_BODIES)


async def _bring(store: Store, folder: Path, name: str, rows: list[Row], *, private: bool = False) -> None:
    report = await bring(store, _prepared(folder, name, rows, private=private))
    assert (report.accounted, report.refused) == (True, 0), report.reasons


def _rows(chance: random.Random, count: int) -> list[Row]:
    rows: list[Row] = []
    for _ in range(count):
        day = f"2022-05-{chance.randint(17, 19)}"
        total = str(chance.choice((1000, 2000, 7500000)))
        case = chance.choice(("", "", "PS/00120/2021"))
        rows.append((*chance.choice(_WHO), chance.choice(_WHOM), day, total, case))
    return rows


class _KilledError(BaseException):
    """What a process that is killed does not catch."""


async def _killed(store: Store, folder: Path, name: str, rows: list[Row], after: int) -> None:
    def stop(done: int) -> None:
        if done >= after:
            raise _KilledError

    with pytest.raises(_KilledError):
        await bring(store, _prepared(folder, name, rows), stop)


async def test_who_came_from_the_records_goes_with_the_batch(
    graph: Store, connection: Connection, tmp_path: Path
) -> None:
    """Authorities and firms that the shipped records know and the graph did not hold, and their owners."""
    before = await snapshot(connection)
    await _bring(graph, tmp_path, "mine", [("CNIL", "France", "WhatsApp", "2021-05-03", "5", "")])
    came = await snapshot(connection)
    assert len(came["Entity"]) > len(before["Entity"]) + 1
    assert "SUBSIDIARY_OF" in came
    await undo(graph, "mine")
    assert difference(before, await snapshot(connection)) == []


async def test_what_records_take_over_stays_as_they_have_it(
    graph: Store, connection: Connection, tmp_path: Path
) -> None:
    """Who came with a list and is in records that are loaded later is theirs, as if the list had never been there."""
    wanted = RecordFolder(tmp_path / "records").add(
        "entities/companies.yaml",
        {"id": "nut-ag", "name": "Nut AG", "kind": "company", "aliases": []},
    )
    row = ("CNIL", "France", "Nut AG", "2021-05-03", "5", "")

    async def loaded() -> None:
        checked = examine(wanted.write())
        with no_tracing():
            assert (await load(graph, checked, plan(checked))).complete

    await _bring(graph, tmp_path, "mine", [row])
    await loaded()
    await undo(graph, "mine")
    after = await snapshot(connection)
    await graph.script("MATCH (e:Entity {id: 'nut-ag'}) DETACH DELETE e")
    await loaded()
    assert difference(await snapshot(connection), after) == []


@pytest.mark.parametrize("order", ["ab", "ba"])
async def test_two_lists_that_share_parties_and_facts(
    graph: Store, connection: Connection, tmp_path: Path, order: str
) -> None:
    """Whichever goes first, nothing of either is left in the end."""
    before = await snapshot(connection)
    rows: list[Row] = [
        ("CNIL", "France", "WhatsApp", "2021-05-03", "5", ""),
        ("Ofcom", "UK", "Bolt GmbH", "2021-05-03", "7", ""),
        ("Regulator A", "France", "Acme", "2022-05-18", "1000", ""),
    ]
    await _bring(graph, tmp_path, "a", rows)
    other: Row = ("CNIL", "France", "Facebook", "2021-06-03", "9", "")
    await _bring(graph, tmp_path, "b", [*rows, other, (*rows[1][:4], "8", "")])
    for name in order:
        await undo(graph, name)
    assert difference(before, await snapshot(connection)) == []


async def test_rows_of_a_fact_that_is_there_in_a_case_and_of_one_that_machines_read(
    graph: Store, connection: Connection, tmp_path: Path
) -> None:
    """Support and dispute go again; counts and words of the facts are those of before."""
    before = await snapshot(connection)
    rows: list[Row] = [
        ("Regulator A", "France", "Acme", "2022-05-18", "1000", ""),
        ("Regulator A", "France", "Acme Inc.", "2022-05-18", "999", ""),
        ("ICO", "UK", "Bolt GmbH", "2021-05-03", "1200", ""),
    ]
    await _bring(graph, tmp_path, "mine", rows)
    assert "imported" not in str((await snapshot(connection))["Case"])
    await undo(graph, "mine")
    assert difference(before, await snapshot(connection)) == []


async def test_of_an_entity_that_was_merged_into_another(
    graph: Store, connection: Connection, tmp_path: Path
) -> None:
    """Merged before, it is as it was; who was merged since stays with the judgement, and goes once that is undone."""
    await tell(graph, "c", fined("nut-ag", name="Nut AG"), fined("nut-group", name="Nut Group AG"))
    await judge(graph, Word("nut-ag", "nut-group", "same", "one register entry"), "test")
    before = await snapshot(connection)
    await _bring(graph, tmp_path, "mine", [("CNIL", "France", "Nut AG", "2021-05-03", "5", "")])
    await undo(graph, "mine")
    assert difference(before, await snapshot(connection)) == []

    await _bring(graph, tmp_path, "mine", [("CNIL", "France", "Washer AG", "2021-05-03", "5", "")])
    await judge(graph, Word("washer-ag", "nut-group", "same", "one register entry"), "test")
    await undo(graph, "mine")
    left = await snapshot(connection)
    assert len(left["Entity"]) == len(before["Entity"]) + 1
    assert "Washer AG" in "".join(left["Entity"])
    assert len(left["Fact"]) == len(before["Fact"])


async def test_lists_that_come_and_go_in_any_order(
    graph: Store, connection: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole, cut off, brought again and private ones: when all are gone, nothing is left; seeds are in the message."""
    monkeypatch.setattr(run, "_TOGETHER", 2)
    before = await snapshot(connection)
    for seed in range(5):
        chance = random.Random(seed)
        there: dict[str, list[Row]] = {}
        for _ in range(6):
            name = chance.choice("abc")
            deed = chance.choice(("bring", "kill", "private", "undo"))
            if deed == "undo" or (deed == "private") != (name == "c"):
                if there.pop(name, None):
                    await undo(graph, name)
                continue
            rows = there[name] = _rows(chance, 6)
            if deed == "kill":
                await _killed(graph, tmp_path, name, rows, chance.randint(1, 4))
            else:
                await _bring(graph, tmp_path, name, rows, private=deed == "private")
        for name in chance.sample(sorted(there), len(there)):
            await undo(graph, name)
        assert difference(before, await snapshot(connection)) == [], seed
