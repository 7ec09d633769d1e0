"""A first load through Neo4j's own import: the same graph as any import makes, or the graph as it was."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from typer.testing import CliRunner

from app.cli import import_bulk
from app.cli.import_bulk import bulk
from app.cli.main import app
from app.settings import Settings
from graph import migrations
from graph.connection import Connection
from graph.errors import ConfigurationError, Conflict
from graph.reads.revision import revision
from graph.server.layout import layout
from graph.server.local import ensure, hold
from graph.store import Store
from seed.curated import examine, plan
from seed.extract.mentions.gazetteer import Entry
from seed.import_.authorities import Authorities
from seed.import_.mapping import Mapping, Property
from seed.import_.run import bring, prepare
from seed.import_.undo import undo
from seed.load import load
from tests.conftest import no_tracing
from tests.integration.graph.totals import miscounted
from tests.integration.local.conftest import home as home  # noqa: PLC0414 - a fixture of this module too
from tests.record_folder import RecordFolder
from tests.soak.snapshot import difference, snapshot

T = TypeVar("T")
COLUMNS = Mapping(
    name="mine",
    title='My "list"',
    publisher="Me",
    properties={
        "id": Property(column="no"),
        "authority": Property(column="who"),
        "country": Property(column="where"),
        "target": Property(column="whom", split=";"),
        "kind": Property(column="what"),
        "date": Property(column="when"),
        "amount": Property(column="sum"),
        "currency": Property(column="money"),
        "articles": Property(column="articles", split="|"),
        "url": Property(column="link"),
        "case_number": Property(column="case"),
        "note": Property(column="note"),
    },
)
_BODIES = Authorities.of(
    Entry(f"reg-{name}", f"Regulator {name}", "regulator", country, "data protection authority")
    for name, country in (("a", "FR"), ("b", "US-CA"))
)
_BODIES.places["ofcom-uk"] = "GB"
_LIST = """no,who,where,whom,what,when,sum,money,articles,link,case,note
1,reg-a,FR,Acme Inc.,fine,2022-05-18,1000,EUR,Art. 5|Art. 6,,,
2,reg-a,FR,Acme,fine,2022-05-25,2000,EUR,,,,near another one
3,reg-a,FR,Acme,order,2022-05-18,,,,,,
4,reg-a,FR,Bolt GmbH,fine,2021-05-03,7550000,GBP,Art. 32,https://a.test/?utm_x=1,PS/00120/2021,
5,reg-a,FR,Bolt GmbH,fine,2020-02,1250000000,USD,,,,
6,reg-a,FR,"Nut, ""the"" AG",order,2020-02-03,,,,,,"two
lines"
7,reg-b,US-CA,Bolt Gmbh;Nut AG; Washer plc,fine,2019-01-01,12345.50,EUR,,,,shared
8,reg-b,US-CA,Unknown,fine,2019-01-02,950.25,EUR,,,,
8,reg-b,US-CA,A bank,fine,,10500,EUR,,,,the same number
9,reg-b,US-NY,A bank,reprimand,2018,,,,,,
10,reg-b,US-CA,Washer plc,inspection,2018-03-04,,,,,,
11,reg-a,FR,Washer plc,proposed_fine,2018-03-04,5000,XAU,,,,
12,reg-a,FR,Clearview AI,settlement,2018-03-04,999.99,NOK,,,,of the records
13,reg-a,FR,Bolt GmbH,fine,2021-05-03,many,EUR,,,,no number
14,nobody,FR,Bolt GmbH,fine,2021-05-03,1,EUR,,,,
16,ofcom-uk,GB,Washer plc,fine,2021-05-03,77,GBP,,,,no record has this body
15,reg-a,FR,Big Co,lawsuit,2021-05-03,,,,,,
"""


async def _filled(store: Store, folder: Path) -> None:
    await migrations.migrate(store)
    checked = examine(RecordFolder(folder).write())
    assert (await load(store, checked, plan(checked))).complete


async def _with(connection: Connection, work: Callable[[Store], Awaitable[T]]) -> T:
    async with Store(connection) as store:
        await store.wait(30)
        return await work(store)


async def _schema(store: Store) -> list[Any]:
    asked = (
        "SHOW INDEXES YIELD name, type, state WHERE type <> 'LOOKUP' RETURN name, type, state ORDER BY name"
    )
    return await store._read(asked, {}, 30)


def _whole(connection: Connection) -> dict[str, list[str]]:
    assert asyncio.run(_with(connection, miscounted)) == []
    return asyncio.run(snapshot(connection))


async def _undone(store: Store) -> None:
    await undo(store, "mine")


def _bulk(path: Path, refused: Path | None = None) -> Any:
    return bulk(path, COLUMNS, refused=refused, authorities=_BODIES, quiet=True)


def test_it_is_the_graph_that_any_import_makes(
    home: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the node, with totals and indexes; what fails or is killed leaves the graph as it was; it can be undone."""
    path = tmp_path / "list.csv"
    path.write_text(_LIST, encoding="utf-8")
    with no_tracing():
        there = ensure(home)
        asyncio.run(_with(there, lambda store: _filled(store, tmp_path / "records")))
        before, schema = _whole(there), asyncio.run(_with(there, _schema))
        prepared = prepare(path, COLUMNS, authorities=_BODIES)
        wanted = asyncio.run(_with(there, lambda store: bring(store, prepared)))
        assert (wanted.rows, wanted.refused) == (17, 2)
        assert wanted.matched
        assert wanted.to_look_at
        clean = _whole(there)
        asyncio.run(_with(there, _undone))
        assert difference(before, _whole(there)) == []

        async def killed(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(import_bulk, "finish", killed)
            with pytest.raises(KeyboardInterrupt):
                _bulk(path)
        assert difference(before, _whole(ensure(home))) == []
        asyncio.run(_with(there, lambda store: store.script("CREATE (:_Batch {id: 'other'})")))
        with pytest.raises(Conflict, match="the lists other"):
            _bulk(path)
        asyncio.run(_with(there, lambda store: store.script("MATCH (b:_Batch {id: 'other'}) DELETE b")))

        earlier = asyncio.run(_with(there, revision))
        report = _bulk(path, tmp_path / "refused.csv")
        there = ensure(home)
        assert difference(clean, _whole(there)) == []
        assert asyncio.run(_with(there, _schema)) == schema
        assert asyncio.run(_with(there, revision)) > earlier
        assert (report.accounted, report.new, report.matched) == (True, wanted.new, wanted.matched)
        assert len((tmp_path / "refused.csv").read_text().splitlines()) == 3
        assert not {"tables", "loading"} & {path.name for path in layout(home).home.iterdir()}
        assert asyncio.run(_with(there, lambda store: bring(store, prepared))).unchanged
        asyncio.run(_with(there, _undone))
        assert difference(before, _whole(there)) == []


def test_it_is_refused_where_it_cannot_be(
    home: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the graph is served, on a server that is not ours, for a private list: each says what to do."""
    path = tmp_path / "list.csv"
    path.write_text(_LIST, encoding="utf-8")
    with hold(home), pytest.raises(ConfigurationError, match="end that first"):
        _bulk(path)
    (tmp_path / "mine.yaml").write_text(
        "name: mine\ntitle: L\npublisher: Me\nproperties:\n  authority: {column: who}\n  target: {column: whom}\n"
        "  kind: {column: what}\n"
    )
    words = ["import", str(path), "--mapping", str(tmp_path / "mine.yaml"), "--bulk", "--private"]
    done = CliRunner().invoke(app, words)
    assert done.exit_code != 0
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    monkeypatch.setenv("NEO4J_PASSWORD", "none")
    with pytest.raises(ConfigurationError, match="not ours"):
        _bulk(path)
