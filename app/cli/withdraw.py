"""`whofined withdraw`: takes back what a document said."""

import asyncio
from typing import Annotated

import typer

from graph import schema
from graph.errors import InvalidInput
from graph.local import ensure
from graph.settings import Connection, load_settings
from graph.store import Store
from seed.ingest import write


def withdraw(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT_ID", help="As its claims name it.")],
    reason: Annotated[str, typer.Option(help="Why; it is shown wherever the document was cited.")],
) -> None:
    """Withdraw a document: its claims support nothing any more; facts that stood on it alone become tombstones.

    Example: whofined withdraw ico-fines-acme-1a2b3c4d5e6f --reason "retracted by the paper"
    """
    if not reason.strip():
        raise InvalidInput("a withdrawal needs a reason", where="--reason")
    buried = asyncio.run(_withdraw(ensure(load_settings()), document, reason.strip()))
    typer.echo(f"Withdrawn: {document}.")
    for fact in buried:
        typer.echo(f"  no longer held: {fact}")


async def _withdraw(connection: Connection, document: str, reason: str) -> list[str]:
    async with Store(connection) as store:
        await schema.require(store)
        return await write.withdraw(store, document, reason)
