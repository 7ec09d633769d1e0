"""`whofined key`: makes, lists and revokes the keys for writing over HTTP."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from graph import keys, schema
from graph.local import ensure
from graph.settings import load_settings
from graph.store import Store

key_app = typer.Typer(help="Keys for writing over HTTP.", no_args_is_help=True)

T = TypeVar("T")


def _with_store(act: Callable[[Store], Awaitable[T]]) -> T:
    connection = ensure(load_settings())

    async def run() -> T:
        async with Store(connection) as store:
            await schema.require(store)
            return await act(store)

    return asyncio.run(run())


@key_app.command()
def create(name: Annotated[str, typer.Argument(help="Who will use it.")]) -> None:
    """Make a key and print it; it cannot be shown again.

    Example: whofined key create newsroom
    """
    typer.echo(_with_store(lambda store: keys.create(store, name)))
    typer.echo("Keep it: it is not shown again.", err=True)


@key_app.command("list")
def list_keys() -> None:
    """Show all keys without their secrets.

    Example: whofined key list
    """
    table = Table("id", "name", "made", "revoked")
    for row in _with_store(keys.every):
        table.add_row(row.id, row.name, row.created, row.revoked or "")
    Console().print(table)


@key_app.command()
def revoke(
    id_: Annotated[str, typer.Argument(metavar="ID", help="As `whofined key list` shows it.")],
) -> None:
    """From now on this key opens nothing.

    Example: whofined key revoke 1a2b3c4d5e6f
    """
    _with_store(lambda store: keys.revoke(store, id_))
    typer.echo(f"{id_} opens nothing any more.")
