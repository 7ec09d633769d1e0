"""`whofined redact`: takes a person's name out of the graph."""

import asyncio
import getpass
from typing import Annotated

import typer

from app.settings import load_settings
from graph import migrations
from graph.connection import Connection
from graph.server.local import ensure
from graph.server.progress import Terminal
from graph.store import Store
from graph.writes.redact import Redacted
from graph.writes.redact import redact as take_out


def redact(
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="The person's id.")],
    reason: Annotated[str, typer.Option(help="Who asked for it, and when; the name itself is left out.")],
    who: Annotated[str | None, typer.Option(help="Who decides.", show_default="your login")] = None,
) -> None:
    """Take a person's names, ids and quotes out of the graph. This cannot be undone; what happened stays.

    Records and documents that are read later do not bring the name back. Again changes nothing.

    Example: whofined redact ann-example --reason "request of 3 May 2026"
    """
    entry = asyncio.run(
        _redact(ensure(load_settings(), Terminal()), entity, who or getpass.getuser(), reason)
    )
    counts = ", ".join(f"{count:,} {name}" for name, count in entry.counts.items() if count)
    typer.echo(f"Redacted on {entry.recorded[:10]}: goes by {entry.id} now. Changed: {counts}.")


async def _redact(connection: Connection, entity: str, who: str, reason: str) -> Redacted:
    async with Store(connection) as store:
        await migrations.require(store)
        return await take_out(store, entity, who, reason)
