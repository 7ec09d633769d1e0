"""`whofined up`: Neo4j, schema, records, service; one command, ended by Ctrl-C."""

import asyncio
import socket
from typing import Annotated

import typer
from rich.console import Console

from app.cli.seed import fill, lists_line, notes_line
from app.lifespan import guard
from app.logs import configure
from app.serving import end_on_sigterm, serve
from app.settings import Settings, load_settings
from graph import migrations
from graph.connection import Connection
from graph.errors import ConfigurationError, PortTaken
from graph.server.layout import layout
from graph.server.local import hold
from graph.server.progress import Terminal
from graph.store import Store
from seed.curated import RECORDS, examine, plan


def up(
    seed: Annotated[bool, typer.Option(help="Load the curated records if the graph lacks them.")] = True,
    lists: Annotated[bool, typer.Option(help="Bring the compiled lists in if the graph lacks them.")] = True,
) -> None:
    """Start everything here and serve until Ctrl-C.

    Examples: whofined up · whofined up --no-lists · WHOFINED_PORT=8080 whofined up
    """
    settings = load_settings()
    configure(settings.log)
    _free(settings)
    console = Console(stderr=True)
    with hold(settings, Terminal(console)) as connection:
        asyncio.run(_prepare(settings, connection, console, seed=seed, lists=lists))
        _greet(settings, connection, console)
        with end_on_sigterm():
            asyncio.run(serve(settings, connection))
    console.print("Stopped.")


def _free(settings: Settings) -> None:
    """Find out before anything is started that the port is taken or the address is not ours."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise PortTaken(
                f"cannot listen: {error.strerror}",
                where=f"{settings.host}:{settings.port}",
                remedy="stop what listens there, or set WHOFINED_PORT to another port",
            ) from error


async def _prepare(
    settings: Settings, connection: Connection, console: Console, *, seed: bool, lists: bool
) -> None:
    async with Store(connection) as store:
        await store.wait(60)
        applied = await migrations.migrate(store)
        if applied:
            console.print(f"Schema: {len(applied)} migrations applied.")
        await guard(settings, store)
        if not seed:
            return
        checked = examine(RECORDS)
        groups = plan(checked)
        with console.status(f"Loading {len(groups)} groups of records …") as status:

            def tell(name: str) -> None:
                status.update(f"Loaded {name}")

            filled = await fill(store, checked, groups, tell, shipped=True, lists=lists)
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
