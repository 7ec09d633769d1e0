"""`whofined review` and `whofined redact` as a person uses them, on a real graph."""

import asyncio
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner, Result

from app.cli.main import app
from graph.connection import Connection
from graph.errors import Conflict, InvalidInput, NotFound
from graph.store import Store
from graph.writes.redact import entries
from seed.extract.types import Party
from tests.integration.ingest.telling import fined, fines, tell


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, connection: Connection, tmp_path: Path) -> CliRunner:
    """The command line, over the graph of the tests."""
    for name in ("uri", "user", "password"):
        monkeypatch.setenv(f"NEO4J_{name.upper()}", getattr(connection, name))
    monkeypatch.setenv("WHOFINED_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "250")
    return CliRunner()


async def _run(command: CliRunner, *words: str) -> Result:
    """Run the command in a thread: it has an event loop of its own."""
    return await asyncio.to_thread(command.invoke, app, words)


async def _told(store: Store) -> None:
    await tell(store, "one", fined("acme-biscuits"))
    await tell(store, "two", fined("acme-biscuit", pounds="1000"), fined("gamma", pounds=None))


async def test_what_waits_is_listed(store: Store, command: CliRunner) -> None:
    """Claims and pairs with what speaks for them; as tables, and as one JSON object."""
    await _told(store)
    shown = await _run(command, "review")
    assert shown.exit_code == 0, shown.output
    assert "3 claims and 1 pairs of entities wait." in shown.stdout
    assert "What two says." in shown.stdout
    assert "spelling +" in shown.stdout
    found = orjson.loads((await _run(command, "review", "--json", "--limit", "2")).stdout)
    assert (found["claims"]["total"], len(found["claims"]["items"])) == (3, 2)
    (pair,) = found["identities"]["items"]
    assert (pair["left"], pair["right"], pair["outcome"]) == ("acme-biscuit", "acme-biscuits", "unsure")


async def test_a_claim_is_decided(store: Store, command: CliRunner) -> None:
    """Rejected, its fact is no longer held; accepted, it leaves the list."""
    await _told(store)
    items = orjson.loads((await _run(command, "review", "--json")).stdout)["claims"]["items"]
    by_target = {one["object"]["id"]: one["claim"] for one in items}
    no = await _run(command, "review", by_target["gamma"], "reject", "--why", "misread", "--who", "ann")
    assert no.stdout.splitlines() == [
        f"Rejected: {by_target['gamma']}.",
        "  no longer held: ico-uk.fined.gamma.2022",
    ]
    yes = await _run(command, "review", by_target["acme-biscuit"], "accept", "--why", "as told", "--json")
    assert orjson.loads(yes.stdout) == {"claim": by_target["acme-biscuit"], "review": "accepted", "facts": []}
    assert orjson.loads((await _run(command, "review", "--json")).stdout)["claims"]["total"] == 1


async def test_entities_are_judged(store: Store, command: CliRunner) -> None:
    """The same, and taken back; the pair leaves the list."""
    await _told(store)
    before = await fines(store)
    pair = ("acme-biscuits", "acme-biscuit")
    done = await _run(command, "review", "--same", *pair, "--why", "one number")
    assert done.stdout.splitlines()[1] == "  acme-biscuits goes by acme-biscuit"
    assert {row[1] for row in await fines(store)} == {"acme-biscuit", "gamma"}
    back = await _run(command, "review", "--different", *pair, "--why", "two registers")
    assert back.stdout.splitlines()[1] == "  acme-biscuits goes by itself again"
    assert await fines(store) == before
    told = await _run(command, "review", "--unsure", *pair, "--why", "no register", "--json")
    assert orjson.loads(told.stdout)["verdict"] == "unsure"


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("c-1",), InvalidInput),
        (("c-1", "maybe", "--why", "x"), InvalidInput),
        (("c-1", "accept", "--why", "x"), NotFound),
        (("c-1", "accept"), InvalidInput),
        (("c-1", "accept", "--same", "a", "b"), InvalidInput),
        (("--same", "a", "b", "--different", "a", "b"), InvalidInput),
        (("--same", "acme-biscuits", "gamma"), InvalidInput),
        (("--same", "gamma", "ico-uk", "--why", "x"), Conflict),
    ],
)
async def test_what_cannot_be_decided(
    store: Store, command: CliRunner, words: tuple[str, ...], error: type[Exception]
) -> None:
    """One thing at a time, with a verdict and a reason, about what exists."""
    await _told(store)
    assert isinstance((await _run(command, "review", *words)).exception, error)


async def test_a_person_is_redacted(store: Store, command: CliRunner) -> None:
    """The command says by which id the person goes, and again changes nothing."""
    ann = Party("Ann Bolt", "ann-bolt", "person", "Bolt", registered=False)
    await tell(store, "one", replace(fined("acme"), object=ann))
    done = await _run(command, "redact", "ann-bolt", "--reason", "request of 3 May 2026", "--who", "ann")
    (entry,) = await entries(store)
    assert entry.id in done.stdout
    assert "1 claims" in done.stdout
    assert (await _run(command, "redact", "ann-bolt", "--reason", "again")).stdout == done.stdout
    assert isinstance((await _run(command, "redact", "nobody", "--reason", "x")).exception, NotFound)
