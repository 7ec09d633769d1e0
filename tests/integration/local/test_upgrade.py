"""The data of the last version, as a dump of it: taken over by this one without loss."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, LiteralString

import pytest
from typer.testing import CliRunner

from app.cli.neo4j import neo4j_app
from app.settings import Settings
from graph import api_keys, migrations
from graph.server.local import hold
from graph.statement import Nothing, Statement
from graph.store import Store
from seed.curated import RECORDS, examine, plan
from seed.extract.engine import extract
from seed.extract.types import Document
from seed.ingest.registry import registry
from seed.ingest.write import ingest
from seed.load import load
from seed.reading import Raw, read
from tests.conftest import no_tracing
from tests.service import service

_DUMP: Final = Path(__file__).parents[2] / "data" / "version-0.1.dump"
"""324 curated facts with their notes, three documents of a user (a claim accepted, a document withdrawn), a key."""
_FACTS: Final = """
MATCH (f:Fact)
RETURN collect({
  id: f.id, relation: f.relation, subject: f.subject_id, object: f.object_id, minor: f.amount_minor,
  currency: f.currency, withdrawn: f.withdrawn IS NOT NULL
}) AS items
"""
_KEPT: Final = """
MATCH (n)
UNWIND [label IN labels(n) | replace(label, '_', '')] AS label
WITH label WHERE label IN ['Document', 'Claim', 'Judgement', 'Review', 'Key', 'Band', 'Records', 'AuditEntry']
WITH label, count(*) AS found
RETURN collect({label: label, found: found}) AS items
"""
_PAIRS: Final = """
MATCH ()-[l:LINKED|_LINKED]->()
WITH l ORDER BY l.rank
RETURN collect({rank: l.rank, facts: l.facts, apart: type(l) = '_LINKED'}) AS items
"""
_BARE: Final = """
MATCH (n:Entity|Document|Claim|Fact|Case|Stage)
WHERE coalesce(n.caption, '') = ''
RETURN collect({id: n.id}) AS items
"""


@dataclass(frozen=True)
class Rows:
    """What a question of this test returns."""

    items: list[dict[str, Any]]


async def _asked(store: Store, text: LiteralString) -> list[dict[str, Any]]:
    every: Any = Statement("asked", text, "read", Nothing, Rows)
    return (await store.read(every, Nothing()))[0].items


@pytest.fixture
async def old(home: Settings) -> AsyncIterator[Store]:
    """A server with the data of the last version, not yet migrated."""
    loaded = CliRunner().invoke(neo4j_app, ["load", str(_DUMP), "--yes"])
    assert loaded.exit_code == 0, (loaded.output, loaded.exception)
    with hold(home) as held:
        async with Store(held) as store:
            await store.wait(60)
            yield store


@pytest.mark.timeout(600)
async def test_the_last_version_is_taken_over_without_loss(old: Store) -> None:
    """Facts, documents, claims, verdicts, keys: all there, also after the records of this version were loaded."""
    before = {fact["id"]: fact for fact in await _asked(old, _FACTS)}
    kept = {row["label"]: row["found"] for row in await _asked(old, _KEPT)}
    pairs = await _asked(old, _PAIRS)
    assert len(before) == 327
    await migrations.migrate(old)
    assert await _asked(old, _PAIRS) == [{**pair, "apart": True} for pair in pairs]
    assert await _asked(old, _BARE) == []
    assert {fact["id"]: fact for fact in await _asked(old, _FACTS)} == before
    assert {row["label"]: row["found"] for row in await _asked(old, _KEPT)} == kept
    checked = examine(RECORDS)
    with no_tracing():
        assert (await load(old, checked, plan(checked))).complete
    after = {fact["id"]: fact for fact in await _asked(old, _FACTS)}
    users = {id_ for id_ in before if ".fined." in id_ and before[id_]["object"] in _OF_USERS}
    assert len(users) == 3
    assert {id_: after[id_] for id_ in users} == {id_: before[id_] for id_ in users}
    assert before.keys() - after.keys() == set()

    async with service(old.connection) as client:
        answer = (await client.get("/v1/facts/cnil-fr.fined.ardelle-lampes.2024")).json()
        assert answer["review"] == "accepted"
        gone = await client.get("/v1/documents/the-old-mill-fd1fc67709ba")
        assert (gone.status_code, "retracted by the paper" in gone.text) == (410, True)
        found = (await client.get("/v1/search", params={"q": "Varnel Biscuits"})).json()
        assert found["entities"][0]["id"] == "varnel-biscuits"
    assert [key.name for key in await api_keys.every(old)] == ["newsroom"]


_OF_USERS: Final = {"varnel-biscuits", "ardelle-lampes", "torvana"}


@pytest.mark.timeout(600)
async def test_a_new_text_finds_the_firm_that_the_last_version_knew(old: Store) -> None:
    """Ids of new firms are made in another way now; a firm of this very name keeps the one it has."""
    await migrations.migrate(old)
    source = read(
        Raw(b"The ICO fined Varnel Biscuits Ltd \xc2\xa31,200,000 on 1 March 2024. Twice told.", "a.md")
    )
    told = extract(Document(source.text, "-", source.title, source.url, source.publisher, source.published))
    done = await ingest(old, source, told, registry())
    assert done.new == ()
    assert done.confirmed == ("ico-uk.fined.varnel-biscuits.2024",)
