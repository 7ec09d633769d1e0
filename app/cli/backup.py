"""`whofined backup`: the whole graph as one file, while it is served."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from app.settings import load_settings
from graph.backup.form import Head
from graph.backup.write import backup as write
from graph.connection import Connection
from graph.server.local import ensure
from graph.server.progress import Terminal
from graph.store import Store


def backup(
    file: Annotated[Path, typer.Argument(help="Where it is to be; it appears only when it is whole.")],
    replace: Annotated[bool, typer.Option("--replace", help="In the place of a file of this name.")] = False,
) -> None:
    """Write the whole graph at one revision into a file; readers and writers go on meanwhile.

    Examples: whofined backup graph.backup · whofined backup --replace graph.backup
    """
    head = asyncio.run(_backup(ensure(load_settings(), Terminal()), file, replace=replace))
    size = file.stat().st_size / 1e6
    typer.echo(f"{file}: revision {head.revision}, {size:,.1f} MB; whofined restore {file} puts it back")


async def _backup(connection: Connection, file: Path, *, replace: bool) -> Head:
    with Console(stderr=True).status("Reading the graph …") as status:
        async with Store(connection) as store:
            await store.wait(30)
            return await write(
                store,
                file,
                replace=replace,
                tell=lambda number: status.update(f"{number:,} nodes and relationships …"),
            )
