"""`whofined key`: makes, lists and revokes API keys."""

from datetime import datetime
from typing import Annotated

import typer
from rich.console import Console

from app.cli.session import with_store
from app.cli.tables import table
from graph import api_keys

key_app = typer.Typer(help="API keys: make, list and revoke them.", no_args_is_help=True)


@key_app.command()
def create(
    name: Annotated[str, typer.Argument(help="Who will use it.")],
    scope: Annotated[
        list[str] | None,
        typer.Option(
            "--scope",
            help="What it opens: read, write, review or admin; may be given several times. "
            "By default all but admin, which redacts persons and reads the audit log.",
        ),
    ] = None,
    expires: Annotated[
        datetime | None,
        typer.Option("--expires", formats=["%Y-%m-%d"], help="The last day (UTC) on which it is valid."),
    ] = None,
) -> None:
    """Make an API key and print it; it cannot be shown again.

    Examples: whofined key create newsroom · whofined key create audit --scope admin --expires 2027-12-31
    """
    last = expires.date() if expires else None
    scopes = scope or api_keys.USUAL
    typer.echo(with_store(lambda store: api_keys.create(store, name, scopes, last)))
    typer.echo("Keep it: it is not shown again.", err=True)


@key_app.command("list")
def list_keys() -> None:
    """Show all keys without their secrets.

    Example: whofined key list
    """
    keys = table("id", "name", "scopes", "made", "last used", "expires", "revoked", ids=("id",))
    for row in with_store(api_keys.every):
        scopes = " ".join(row.scopes)
        ends = (row.last_used or "", row.expires or "", row.revoked or "")
        keys.add_row(row.id, row.name, scopes, row.created, *ends)
    Console().print(keys)


@key_app.command()
def revoke(
    id_: Annotated[str, typer.Argument(metavar="ID", help="As `whofined key list` shows it.")],
) -> None:
    """Make a key invalid from now on.

    Example: whofined key revoke 1a2b3c4d5e6f
    """
    with_store(lambda store: api_keys.revoke(store, id_))
    typer.echo(f"{id_} is revoked.")
