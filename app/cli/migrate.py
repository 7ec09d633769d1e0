"""`whofined migrate`: brings the schema of the graph up to date."""

import asyncio
from typing import Annotated

import typer

from app.settings import load_settings
from graph import migrations
from graph.connection import Connection
from graph.server.local import ensure
from graph.server.progress import Terminal
from graph.store import Store


def migrate(
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit status 1 if anything is to do.")
    ] = False,
) -> None:
    """Apply the migrations that the graph lacks.

    Examples: whofined migrate · whofined migrate --check
    """
    connection = ensure(load_settings(), Terminal())
    raise typer.Exit(asyncio.run(_migrate(connection, only_check=check)))


async def _migrate(connection: Connection, *, only_check: bool) -> int:
    async with Store(connection) as store:
        await store.wait(30)
        if only_check:
            missing = await migrations.check(store)
            for migration in missing:
                typer.echo(f"to apply: {migration.version:03} {migration.name}")
            if not missing:
                typer.echo("The schema is up to date.")
            return 1 if missing else 0
        done = await migrations.migrate(
            store,
            lambda one: typer.echo(f"applied: {one.version:03} {one.name}"),
            on_wait=lambda: typer.echo("Another process is migrating this graph; waiting for it.", err=True),
        )
        if not done:
            typer.echo("The schema is up to date.")
    return 0
