"""Migrations: applied once, in order, by one at a time, and never changed afterwards."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import LiteralString, cast

import pytest

from graph import anew, migrations
from graph.errors import Conflict, SchemaMismatch
from graph.statement import Nothing
from graph.store import Store
from graph.vocabulary.export import required_constraints


@pytest.fixture
async def unmigrated(store: Store) -> AsyncIterator[Store]:
    """A graph that knows of no migration; afterwards it is as the other tests expect it."""
    await forget(store)
    yield store
    await forget(store)
    await migrations.migrate(store)


async def forget(store: Store) -> None:
    """Take away the record of migrations, the lease, and what the migrations of these tests made."""
    await store.script("MATCH (m:_Migration) DETACH DELETE m")
    await store.script("MATCH (g:_Graph {id: 'migration'}) DETACH DELETE g")
    await store.script("DROP INDEX sample_one IF EXISTS")
    await store.script("DROP INDEX sample_two IF EXISTS")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two small migrations."""
    write(
        tmp_path,
        "V001__First_index",
        "// Why.\nCREATE INDEX sample_one IF NOT EXISTS FOR (s:Sample) ON (s.one);\n",
    )
    write(
        tmp_path, "V002__Second_index", "CREATE INDEX sample_two IF NOT EXISTS FOR (s:Sample) ON (s.two);\n"
    )
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    """Write a migration."""
    (folder / f"{name}.cypher").write_text(text, encoding="utf-8")


async def indexes(store: Store) -> set[str]:
    """Names of the sample indexes."""
    rows = await store._read("SHOW INDEXES YIELD name WHERE name STARTS WITH 'sample' RETURN name", {}, 10)
    return {row[0] for row in rows}


async def recorded(store: Store) -> list[int]:
    """Versions that the graph knows of."""
    return [row.version for row in await store.read(migrations.MIGRATIONS, Nothing())]


async def test_a_bare_graph_gets_all_migrations(unmigrated: Store, folder: Path) -> None:
    """In order, each told as it is done, and recorded."""
    told: list[str] = []
    done = await migrations.migrate(unmigrated, lambda one: told.append(one.name), folder)
    assert [one.version for one in done] == [1, 2]
    assert told == ["First index", "Second index"]
    assert await indexes(unmigrated) == {"sample_one", "sample_two"}
    assert await recorded(unmigrated) == [1, 2]


async def test_a_second_run_does_nothing(unmigrated: Store, folder: Path) -> None:
    """And a new migration is the only one that runs."""
    await migrations.migrate(unmigrated, folder=folder)
    assert await migrations.migrate(unmigrated, folder=folder) == []
    write(folder, "V003__Rows", "MERGE (s:Sample {one: 1});\nMERGE (s:Sample {one: 2});\n")
    assert [one.version for one in await migrations.migrate(unmigrated, folder=folder)] == [3]
    assert await unmigrated._read("MATCH (s:Sample) RETURN count(s)", {}, 10) == [[2]]


async def test_a_migration_that_was_cut_off_is_run_again(unmigrated: Store, folder: Path) -> None:
    """What failed is not recorded, what came before it is, and the lease is given back."""
    write(folder, "V003__Broken", "CREATE INDEX sample_three FOR (s:Sample) ON;\n")
    with pytest.raises(Exception, match="Invalid input"):
        await migrations.migrate(unmigrated, folder=folder)
    assert await recorded(unmigrated) == [1, 2]
    write(folder, "V003__Broken", "MERGE (s:Sample {one: 3});\n")
    assert [one.version for one in await migrations.migrate(unmigrated, folder=folder)] == [3]


async def test_a_changed_file_is_refused(unmigrated: Store, folder: Path) -> None:
    """Its comments may change, its commands may not; nothing is applied."""
    await migrations.migrate(unmigrated, folder=folder)
    write(
        folder,
        "V001__First_index",
        "// Better why.\nCREATE INDEX sample_one IF NOT EXISTS FOR (s:Sample) ON (s.one);\n",
    )
    assert await migrations.check(unmigrated, folder) == []
    write(folder, "V001__First_index", "CREATE INDEX sample_one IF NOT EXISTS FOR (s:Sample) ON (s.other);\n")
    write(folder, "V003__More", "MERGE (s:Sample {one: 1});\n")
    with pytest.raises(SchemaMismatch, match="changed after it was applied"):
        await migrations.migrate(unmigrated, folder=folder)
    assert await recorded(unmigrated) == [1, 2]


async def test_a_graph_of_a_newer_version_is_refused(unmigrated: Store, folder: Path) -> None:
    """It has a migration that this code does not know."""
    await migrations.migrate(unmigrated, folder=folder)
    (folder / "V002__Second_index.cypher").unlink()
    with pytest.raises(SchemaMismatch, match="which this version of whofined does not know"):
        await migrations.check(unmigrated, folder)


async def test_readiness_needs_the_whole_schema(unmigrated: Store) -> None:
    """A graph that lacks a migration says which, and how to get it."""
    with pytest.raises(SchemaMismatch, match="run whofined migrate"):
        await migrations.require(unmigrated)
    await migrations.migrate(unmigrated)
    await migrations.require(unmigrated)


async def test_two_at_once_apply_each_migration_once(unmigrated: Store, folder: Path) -> None:
    """One does the work, the other waits and finds it done."""
    async with Store(unmigrated.connection) as other:
        done = await asyncio.gather(
            migrations.migrate(unmigrated, folder=folder), migrations.migrate(other, folder=folder)
        )
    assert sorted(one.version for part in done for one in part) == [1, 2]
    assert await recorded(unmigrated) == [1, 2]


async def lease(store: Store, until: datetime) -> None:
    """Somebody else holds the lease."""
    async with store.transaction() as tx:
        now = datetime.now(UTC).isoformat()
        assert await tx.run(migrations.CLAIM_LEASE, migrations.Lease("somebody", now, until.isoformat()))


async def test_the_lease_of_one_who_died_runs_out(unmigrated: Store, folder: Path) -> None:
    """It does not block for ever."""
    await lease(unmigrated, datetime.now(UTC) + timedelta(seconds=1))
    assert len(await migrations.migrate(unmigrated, folder=folder)) == 2


async def test_who_waits_in_vain_is_told(
    unmigrated: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After some minutes; nothing was applied. One who was killed holds others up for seconds alone."""
    assert timedelta(seconds=15) > migrations._LEASE
    monkeypatch.setattr(migrations, "_WAIT_SECONDS", 1)
    await lease(unmigrated, datetime.now(UTC) + timedelta(minutes=5))
    with pytest.raises(Conflict, match="another process"):
        await migrations.migrate(unmigrated, folder=folder)
    assert await recorded(unmigrated) == []


@pytest.mark.parametrize("name", ["V1__Short", "first", "V001_One_underscore"])
def test_a_misnamed_file_is_refused(name: str, tmp_path: Path) -> None:
    """It would never be applied."""
    write(tmp_path, name, "RETURN 1;")
    with pytest.raises(SchemaMismatch, match="not the name of a migration"):
        migrations.migrations(tmp_path)


@pytest.mark.parametrize(
    "names", [("V002__Two",), ("V001__One", "V003__Three"), ("V001__One", "V001__Other")]
)
def test_a_gap_or_a_double_number_is_refused(names: tuple[str, ...], tmp_path: Path) -> None:
    """Two people wrote one at the same time, or one was lost."""
    for name in names:
        write(tmp_path, name, "RETURN 1;")
    with pytest.raises(SchemaMismatch, match="numbered"):
        migrations.migrations(tmp_path)


def _unique_ids() -> dict[str, str]:
    """Names of constraints to the label whose id is unique, after all that the migrations make and take away."""
    found: dict[str, str] = {}
    for command in (command for migration in migrations.migrations() for command in migration.commands):
        made = re.search(
            r"CREATE CONSTRAINT (\w+).*FOR \(n:(\w+)\) REQUIRE n\.id IS UNIQUE", command, re.DOTALL
        )
        gone = re.search(r"DROP CONSTRAINT (\w+)", command)
        if made is not None:
            found[made[1]] = made[2]
        elif gone is not None:
            found.pop(gone[1], None)
    return found


async def test_the_vocabulary_and_the_schema_agree(seeded_store: Store) -> None:
    """Every label of the vocabulary has a unique id, in the files and in the graph; and no other label has."""
    written = set(_unique_ids().values())
    rows = await seeded_store._read(
        "SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type "
        "WHERE properties = ['id'] AND type CONTAINS 'UNIQUENESS' RETURN labelsOrTypes[0]",
        {},
        10,
    )
    assert written == {row[0] for row in rows} == set(required_constraints())


async def test_all_indexes_are_online(seeded_store: Store) -> None:
    """None failed, none is still being filled."""
    rows = await seeded_store._read(
        "SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name, state", {}, 10
    )
    assert rows == []


async def schema(store: Store) -> list[list[str]]:
    """Everything that Neo4j says of indexes and constraints, and the nodes of an empty graph."""
    asked = (
        "SHOW INDEXES YIELD name, createStatement WHERE createStatement IS NOT NULL RETURN name, createStatement",
        "SHOW CONSTRAINTS YIELD name, createStatement RETURN name, createStatement",
        "MATCH (n) WHERE NOT n:_Migration AND NOT n.id IN ['migration', 'pulse'] RETURN labels(n)[0], n.id",
        "MATCH (m:_Migration) RETURN toString(m.version), m.checksum",
    )
    return sorted([row for text in asked for row in await store._read(text, {}, 30)])


async def no_schema(store: Store) -> None:
    """Take away all constraints and indexes, and the record of them."""
    for kind in ("CONSTRAINT", "INDEX"):
        named = await store._read(
            f"SHOW {kind}{'ES' if kind == 'INDEX' else 'S'} YIELD * RETURN name", {}, 30
        )
        for (name,) in named:
            await store.script(cast("LiteralString", f"DROP {kind} {name} IF EXISTS"))
    await store.script("MATCH (n) DETACH DELETE n")


async def test_at_once_it_is_what_one_after_the_other_makes(
    unmigrated: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the last index; and a graph that holds anything goes the long way."""
    await no_schema(unmigrated)
    done = await migrations.migrate(unmigrated)
    assert [one.version for one in done] == [one.version for one in migrations.migrations()]
    at_once = await schema(unmigrated)
    await no_schema(unmigrated)
    await unmigrated.script("CREATE (:Sample)")
    said: list[str] = []
    made = anew.make

    async def watched(store: Store, commands: Iterable[str]) -> bool:
        found = await made(store, commands)
        said.append(f"at once: {found}")
        return found

    monkeypatch.setattr(anew, "make", watched)
    await migrations.migrate(unmigrated)
    assert said == ["at once: False"]
    await unmigrated.script("MATCH (s:Sample) DELETE s")
    assert at_once == await schema(unmigrated)
