"""How fast a list is brought into a graph of invented facts, beside a plain UNWIND and MERGE of the same rows.

Half of the rows tell of facts that are there, half are new. The batch is undone afterwards, so that a larger graph
grows from the same one.
"""

import asyncio
import csv
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import neo4j
from rich import box
from rich.console import Console
from rich.table import Table

from graph.connection import Connection
from graph.model import EntityRow
from graph.store import Store
from seed.extract.mentions.gazetteer import Entry
from seed.import_.authorities import Authorities
from seed.import_.mapping import Mapping, Property
from seed.import_.run import bring, prepare
from seed.import_.undo import undo
from tests.bench.synthetic import Shape, company_name, plans, regulators

ROWS: Final = 3_000
TARGET: Final = 60.0
"""Seconds for so many rows."""
STEPS: Final = 3
_PLAIN: Final = """
UNWIND $rows AS row
MERGE (a:_BenchBody {id: row.authority})
MERGE (t:_BenchParty {id: row.target})
MERGE (d:_BenchDocument {id: row.id}) SET d.title = row.target
MERGE (f:_BenchFact {id: row.id}) SET f.date = row.date, f.amount = row.amount
MERGE (a)-[:IMPOSED]->(f) MERGE (f)-[:ON]->(t) MERGE (f)-[:STATED_IN]->(d)
"""
_LABELS: Final = ("_BenchBody", "_BenchParty", "_BenchDocument", "_BenchFact")
_TOGETHER: Final = 400
_COLUMNS: Final = Mapping(
    name="bench",
    title="Invented list",
    publisher="Bench",
    properties={
        "id": Property(column="id"),
        "authority": Property(column="authority"),
        "target": Property(column="target"),
        "kind": Property(literal="fine"),
        "date": Property(column="date"),
        "amount": Property(column="amount"),
        "currency": Property(column="currency"),
    },
)


@dataclass(frozen=True, slots=True)
class Brought:
    """Seconds for the rows: read, written with linking, written plainly; ``peak`` is the process's memory in MB."""

    facts: int
    rows: int
    matched: int
    new: int
    reading: float
    importing: float
    plain: float
    peak: int

    @property
    def rate(self) -> float:
        """Rows a second, all told."""
        return self.rows / (self.reading + self.importing)

    @property
    def met(self) -> bool:
        """Whether the target is met, for as many rows as there are."""
        return self.reading + self.importing < TARGET * self.rows / ROWS


def measure(connection: Connection, facts: int, on_step: Callable[[], None], rows: int = ROWS) -> Brought:
    """Bring a list into a graph of so many invented facts, then the same rows plainly; both are taken out again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "list.csv")
        said = list(_rows(facts, rows))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(said[0]))
            writer.writeheader()
            writer.writerows(said)
        return asyncio.run(_measure(connection, facts, path, said, on_step))


async def _measure(
    connection: Connection,
    facts: int,
    path: Path,
    said: Sequence[dict[str, Any]],
    on_step: Callable[[], None],
) -> Brought:
    async with Store(connection) as store:
        begun = time.monotonic()
        prepared = prepare(path, _COLUMNS, authorities=_bodies())
        read = time.monotonic()
        report = await bring(store, prepared)
        importing = time.monotonic() - read
        on_step()
        await undo(store, "bench")
        on_step()
        plain = await _plainly(connection, store, said)
        on_step()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Brought(
        facts, report.rows, report.matched, report.new, read - begun, importing, plain, peak
    )  # fmt: skip


def _bodies() -> Authorities:
    return Authorities.of(
        Entry(row.id, row.name, "regulator", row.country or "", "data protection authority")
        for row in regulators(Shape())
        if row.kind == "regulator"
    )


def _rows(facts: int, rows: int) -> Iterator[dict[str, Any]]:
    """Rows of the list: of every second one the fact is there already."""
    draw = random.Random(facts)
    names: dict[str, str] = {}
    known: list[dict[str, Any]] = []
    for plan in plans(facts):
        names |= {row.id: row.name for row in plan.entities if isinstance(row, EntityRow)}
        known += [
            {
                "authority": fact.subject, "target": names[fact.object], "date": fact.date,
                "amount": fact.amount_minor // 100, "currency": fact.currency,
            }
            for fact in plan.facts
            if fact.relation == "FINED" and fact.amount_minor and fact.date and fact.currency != "JPY"
        ]  # fmt: skip
    for at, row in enumerate(draw.sample(known, min(rows, len(known)))):
        new = {} if at % 2 else {"target": f"{company_name(10_000_000 + at)} {at}", "amount": 1 + at}
        yield {"id": f"row-{at}", **row, **new}


async def _plainly(connection: Connection, store: Store, said: Sequence[dict[str, Any]]) -> float:
    for label in _LABELS:
        await store.script(f"CREATE CONSTRAINT {label} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE")
    await store.script("CALL db.awaitIndexes(60)")
    auth = (connection.user, connection.password)
    async with neo4j.AsyncGraphDatabase.driver(connection.uri, auth=auth) as driver:
        await driver.verify_connectivity()
        begun = time.monotonic()
        for start in range(0, len(said), _TOGETHER):
            await driver.execute_query(_PLAIN, {"rows": said[start : start + _TOGETHER]})
        took = time.monotonic() - begun
    for label in _LABELS:
        await store.script(f"MATCH (n:{label}) DETACH DELETE n")
        await store.script(f"DROP CONSTRAINT {label} IF EXISTS")
    return took


def as_json(brought: Sequence[Brought]) -> list[dict[str, Any]]:
    """What was measured, with what follows from it."""
    return [
        asdict(one) | {"rate": one.rate, "ratio": one.importing / one.plain, "met": one.met}
        for one in brought
    ]


def show(console: Console, brought: Sequence[Brought]) -> None:
    """A table, one line a size."""
    table = Table(
        "facts",
        "rows",
        "matched",
        "read s",
        "import s",
        "rows/s",
        "plain s",
        "times plain",
        "peak MB",
        box=box.MARKDOWN,
    )
    for one in brought:
        table.add_row(
            f"{one.facts:,}", f"{one.rows:,}", f"{one.matched:,}", f"{one.reading:.2f}", f"{one.importing:.1f}",
            f"{one.rate:,.0f}", f"{one.plain:.2f}", f"{one.importing / one.plain:.1f}", f"{one.peak:,}",
        )  # fmt: skip
    console.print(table)
