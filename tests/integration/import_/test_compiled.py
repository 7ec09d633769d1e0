"""The compiled lists beside the curated records, as `whofined up` leaves them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.answers import coverage
from app.answers.facts import facts
from app.answers.service import Service
from app.cli.seed import Filled, fill, lists_line
from graph.connection import Connection
from graph.reads.facts import FactQuery, Filters
from graph.store import Store
from seed.curated import RECORDS, examine, plan
from seed.import_ import run
from seed.import_.compiled import bring_compiled
from seed.shipped import Mark, holds_shipped
from tests.conftest import Slate
from tests.soak.snapshot import rows

_CURATED = """
MATCH (f:Fact {tier: 'curated'})
RETURN f.id AS id, properties(f) AS properties,
  COLLECT { MATCH (f)-[:HAS_STAGE]->(s:Stage) WITH s ORDER BY s.id RETURN s {.*, recorded: null} } AS stages
ORDER BY id
"""
_EVIDENCE = frozenset("documents independent certain disputed text source edition".split())
"""Properties of a fact that count and name what speaks of it, or say whether they agree or anything shown changed."""


@dataclass
class Before:
    """How the curated facts stood without lists, and what the lists brought."""

    curated: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    heard: list[str] = field(default_factory=list[str])


_BEFORE = Before()


async def _fill(store: Store, *, lists: bool) -> Filled:
    checked = examine(RECORDS)
    return await fill(store, checked, plan(checked), lambda _: None, shipped=True, lists=lists)


@pytest.fixture
async def compiled(slate: Slate, connection: Connection) -> Store:
    """A graph with all that `whofined up` loads."""

    async def everything(store: Store) -> None:
        assert (await _fill(store, lists=False)).report.complete
        _BEFORE.curated = await rows(connection, _CURATED)
        await bring_compiled(store, _BEFORE.heard.append)

    return await slate.hold("compiled", everything)


@pytest.fixture
def service(compiled: Store) -> Service:
    """What answers need."""
    return Service(store=compiled)


async def test_there_are_thousands_of_actions_each_with_tier_source_and_link(
    compiled: Store, connection: Connection, service: Service
) -> None:
    """Coverage says what of which tier, from which list and until when."""
    known = {one["tier"]: one for one in (await coverage.coverage(service)).tiers}
    assert known["curated"]["actions"] + known["compiled"]["actions"] >= 2_500
    assert [(one["id"], one["until"]) for one in known["compiled"]["lists"]] == [
        ("ftc-2000-2014", "2014"),
        ("ftc-2022-2024", "2024"),
        ("gdprxiv", "2023-07"),
    ]
    bare = """
        MATCH (f:Fact {tier: 'compiled'})
        WHERE f.country IS NULL OR NOT EXISTS {
          (f)<-[:SUPPORTS]-(:Claim {extractor: 'list'})-[:STATED_IN]->(d:Document) WHERE d.url STARTS WITH 'http'
        }
        RETURN f.id AS id
    """
    assert await rows(connection, bare) == []


async def test_curated_facts_are_as_they_were(compiled: Store, connection: Connection) -> None:
    """But for how many sources each has."""
    after = await rows(connection, _CURATED)
    assert len(after) == len(_BEFORE.curated) > 900
    for old, new in zip(_BEFORE.curated, after, strict=True):
        differing = {
            name for name in new["properties"] if new["properties"][name] != old["properties"].get(name)
        }
        assert differing <= _EVIDENCE
        assert (new["id"], new["stages"]) == (old["id"], old["stages"])


async def test_sums_say_how_much_of_them_is_compiled(compiled: Store, service: Service) -> None:
    """And the filter by tier leaves it out."""
    fined = Filters(relations=["FINED"])
    both = await facts(service, FactQuery(fined), sums=True)
    assert both.sums is not None
    assert both.sums["listed"] > 1_000
    assert f"{both.sums['listed']} come from lists" in both.sums["includes"]
    curated = await facts(service, FactQuery(Filters(relations=["FINED"], tiers=["curated"])), sums=True)
    assert curated.sums is not None
    assert (curated.sums["listed"], "lists" in curated.sums["includes"]) == (0, False)


async def test_names_are_no_traces_of_a_translation(compiled: Store, connection: Connection) -> None:
    """Each party once, with a kind that its name does not deny, and none of unknown country."""
    names = await rows(
        connection,
        "MATCH (e:Entity) WHERE e.batch IS NOT NULL RETURN e.id AS id, e.name AS name, e.kind AS kind",
    )
    assert len({one["name"] for one in names}) == len(names)
    assert not [
        one
        for one in names
        if " A / S" in one["name"] or (one["name"].startswith("Unnamed") and "unknown" in one["name"])
    ]
    assert not [one for one in names if "Ministry" in one["name"] and one["kind"] == "ngo"]


async def test_a_second_load_reads_nothing(compiled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hash of each file is compared, and no row is read."""

    def never(*_: object) -> None:
        raise AssertionError("a row was read")

    monkeypatch.setattr(run, "rows", never)
    again = await _fill(compiled, lists=True)
    assert again.report.changes == 0
    assert [one.unchanged for one in again.lists] == [True] * 3
    assert lists_line(again.lists) == "Compiled lists: 1,921 rows, all there already."


async def test_a_graph_says_that_it_holds_all(
    compiled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then a start compares nothing; a load that was cut off, of other files or of less takes the word back."""

    def cut_off(_: str) -> None:
        raise TimeoutError

    checked = examine(RECORDS)
    await _fill(compiled, lists=True)
    assert await holds_shipped(compiled)
    with pytest.raises(TimeoutError):
        await fill(compiled, checked, plan(checked), cut_off, shipped=True, lists=True)
    assert not await holds_shipped(compiled)

    await _fill(compiled, lists=True)
    own = examine(tmp_path)
    await fill(compiled, own, plan(own), lambda _: None, shipped=False, lists=False)
    assert not await holds_shipped(compiled)

    await _fill(compiled, lists=True)
    assert await holds_shipped(compiled)
    monkeypatch.setattr("seed.shipped._mark", lambda: Mark("of another version"))
    assert not await holds_shipped(compiled)


async def test_progress_is_heard(compiled: Store) -> None:
    """Of each list, row by row."""
    assert "GDPRxiv, row 400 of 1,854" in _BEFORE.heard
    assert "GDPRxiv, row 1,854 of 1,854" in _BEFORE.heard
