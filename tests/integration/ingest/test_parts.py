"""A document with many claims is written in parts: others write in between, and one cut off is taken up again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from graph.connection import Connection
from graph.store import Store
from seed.extract.types import Extraction
from seed.ingest import write
from seed.ingest.known import look_up
from seed.ingest.rows import Source
from seed.ingest.told import Told, bounded, parts
from seed.ingest.write import Ingested, ingest
from tests.conftest import wipe
from tests.integration.ingest.test_documents import ACME, REGISTRY, fines, source, tell, told
from tests.service import service
from tests.soak.snapshot import difference, snapshot

MANY = 12
TEXT = " ".join(f"The ICO fined Firm{at}." for at in range(MANY))
LONG = Source(TEXT, url="https://long.example/", publisher="The Register")


class Killed(BaseException):
    """As if the process had ended."""


def _long() -> Extraction:
    """A claim about each of many firms, and two about the first."""
    found = told(TEXT)
    firms = [replace(ACME, id=f"firm{at}", name=f"Firm{at}", text=f"Firm{at}") for at in [*range(MANY), 0]]
    claims = [replace(found.claims[0], object=firm, rule=f"rule {at}") for at, firm in enumerate(firms)]
    return replace(found, claims=tuple(claims))


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Parts of four claims; what is put into the list is awaited after the first part."""
    monkeypatch.setattr(write, "MOST", 4)
    waiting: list[Any] = []
    real = write._ingest

    async def ingest_part(*arguments: Any) -> list[Ingested]:
        done = await real(*arguments)
        if waiting and not arguments[1][0].last:
            await waiting.pop()()
        return done

    monkeypatch.setattr(write, "_ingest", ingest_part)
    return waiting


async def test_another_writer_comes_between_two_parts(store: Store, between: list[Any]) -> None:
    """The lock is free there; what the whole document brought is told as of one."""

    async def other() -> None:
        assert len((await tell(store, "other")).new) == 1

    between.append(other)
    done = await ingest(store, LONG, _long(), REGISTRY)
    assert (between, done.unchanged, done.claims, len(done.new)) == ([], False, MANY + 1, MANY)
    assert len(done.entities) == MANY
    assert len(await fines(store)) == MANY + 1
    assert (await ingest(store, LONG, _long(), REGISTRY)).unchanged


async def test_in_parts_it_is_the_graph_of_one(
    store: Store, connection: Connection, between: list[Any]
) -> None:
    """Claims, facts and sources are those of a document that is written at once, also where it was cut off before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(write, "MOST", 1000)
        await ingest(store, LONG, _long(), REGISTRY)
    wanted = await snapshot(connection)

    async def kill() -> None:
        raise Killed

    for cut in (False, True):
        await wipe(store)
        if cut:
            between.append(kill)
            with pytest.raises(Killed):
                await ingest(store, LONG, _long(), REGISTRY)
            assert not (await look_up(store, LONG)).read("rules test")
        await ingest(store, LONG, _long(), REGISTRY)
        assert difference(wanted, await snapshot(connection)) == []


async def test_a_document_that_is_being_written_says_so(store: Store, between: list[Any]) -> None:
    """Until its last part is there, `unread` tells that more is to come."""
    seen: list[str | None] = []
    id_ = (await look_up(store, LONG)).document

    async def look() -> None:
        async with service(store.connection) as client:
            seen.append((await client.get(f"/v1/documents/{id_}")).json()["unread"])

    between.append(look)
    await ingest(store, LONG, _long(), REGISTRY)
    await look()
    assert seen == ["being written: 4 claims so far", None]


def test_documents_are_cut_and_put_together_by_their_claims() -> None:
    """Claims of the same two parties stay together; short documents share a transaction up to the bound."""
    cut = parts(Told(LONG, _long()), 4)
    assert [one.size for one in cut] == [4, 4, 4, 1] or sum(one.size for one in cut) == MANY + 1
    pairs = [{(claim.subject.id, claim.object.id) for claim in _claims(one)} for one in cut]
    assert sum(map(len, pairs)) == len(set[tuple[str, str]]().union(*pairs)) == MANY
    assert [one.last for one in cut] == [False] * (len(cut) - 1) + [True]
    some: Sequence[Told] = [Told(source(f"text {at}"), told("The ICO fined Acme.")) for at in range(5)]
    assert [len(group) for group in bounded(some, 2)] == [2, 2, 1]
    assert [len(group) for group in bounded([some[0], Told(LONG, _long()), some[1]], 4)] == [1, 1, 1]


def _claims(one: Told) -> Sequence[Any]:
    return one.extraction.claims if one.extraction else ()
