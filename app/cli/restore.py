"""`whofined restore`: a backup becomes a graph again."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from app.settings import load_settings
from graph.backup.form import Whole
from graph.backup.form import check as checked
from graph.backup.restore import restore as put_back
from graph.connection import Connection
from graph.server.local import ensure
from graph.server.progress import Terminal
from graph.store import Store


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `whofined backup` wrote.")],
    check: Annotated[bool, typer.Option("--check", help="Only say whether the file is whole.")] = False,
) -> None:
    """Put a backup into an empty graph, and compare the two; again goes on where it was cut off.

    Examples: whofined restore graph.backup · whofined restore --check graph.backup
    """
    if check:
        typer.echo(f"{file} is whole: {_told(checked(file))}")
        return
    whole, found = asyncio.run(_restore(ensure(load_settings(), Terminal()), file))
    again = f" ({found:,} rows were there already)" if found else ""
    typer.echo(f"restored and compared: {_told(whole)}{again}")


def _told(whole: Whole) -> str:
    return (
        f"revision {whole.head.revision} of {whole.head.made}, {whole.nodes:,} nodes, "
        f"{whole.links:,} relationships"
    )


async def _restore(connection: Connection, file: Path) -> tuple[Whole, int]:
    with Console(stderr=True).status("Checking the file …") as status:
        async with Store(connection) as store:
            await store.wait(30)
            done = await put_back(store, file, lambda number: status.update(f"{number:,} rows are there …"))
            return done.backup, done.found
