"""What `whofined up` does once Neo4j runs: schema, records, service. It is imported while the server starts."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console

from app.cli.seed import fill, lists_line, notes_line
from app.lifespan import guard
from app.serving import end_on_sigterm, serve
from app.settings import Settings
from graph import migrations
from graph.connection import Connection
from graph.errors import ConfigurationError
from graph.server.layout import layout
from graph.store import Store
from seed.curated import RECORDS, Group, examine, plan
from seed.curated.check import Checked
from seed.shipped import holds_shipped


@dataclass(frozen=True, slots=True)
class Shipped:
    """The records as they were read and checked, and the groups in which they are loaded."""

    checked: Checked
    groups: Sequence[Group]


def shipped() -> Shipped:
    """Read and check the records; no graph is needed for it."""
    checked = examine(RECORDS)
    return Shipped(checked, plan(checked))


def run(
    settings: Settings,
    connection: Connection,
    console: Console,
    found: Shipped | None,
    *,
    seed: bool,
    lists: bool,
) -> None:
    """Bring the graph up to date, and serve until Ctrl-C or SIGTERM; ``found`` are the records where they were read."""
    asyncio.run(_prepare(settings, connection, console, found, seed=seed, lists=lists))
    _greet(settings, connection, console)
    with end_on_sigterm():
        asyncio.run(serve(settings, connection))


async def _prepare(
    settings: Settings,
    connection: Connection,
    console: Console,
    found: Shipped | None,
    *,
    seed: bool,
    lists: bool,
) -> None:
    async with Store(connection) as store:
        await store.wait(60)
        applied = await migrations.migrate(store)
        if applied:
            console.print(f"Schema: {len(applied)} migrations applied.")
        await guard(settings, store)
        if not seed:
            return
        if await holds_shipped(store):
            console.print("Records, notes and lists: all there already.")
            return
        found = found or await asyncio.to_thread(shipped)
        with console.status(f"Loading {len(found.groups)} groups of records …") as status:

            def tell(name: str) -> None:
                status.update(f"Loaded {name}")

            filled = await fill(store, found.checked, found.groups, tell, shipped=True, lists=lists)
        report = filled.report
        if not report.complete:
            raise ConfigurationError("the records are not in order", remedy="run whofined check")
        rows = report.contents.rows
        done = f"{report.changes:,} rows written" if report.changes else "nothing changed"
        console.print(
            f"Records: {rows['facts']:,} facts, {rows['entities']:,} entities, {rows['documents']:,} documents; {done}."
        )
        if filled.notes is not None:
            console.print(notes_line(filled.notes))
        if filled.lists:
            console.print(lists_line(filled.lists))


def _greet(settings: Settings, connection: Connection, console: Console) -> None:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{host}:{settings.port}"
    console.print(f"\n[bold]whofined[/bold] serves at {address}/", soft_wrap=True)
    console.print(f"  who fined Clearview AI     {address}/v1/fines?object=clearview-ai", soft_wrap=True)
    console.print(f"  API documentation          {address}/docs", soft_wrap=True)
    if connection.browser_url:
        console.print(f"  Neo4j Browser              {connection.browser_url}", soft_wrap=True)
        if settings.neo4j_uri is None:
            console.print(
                f"    user {connection.user}, password in {layout(settings).password}", soft_wrap=True
            )
    console.print("Ctrl-C stops it.\n")
