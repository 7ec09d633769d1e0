"""The command `whofined`, put together; errors become one line and an exit status."""

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from app.cli.export import export
from app.cli.extract import extract
from app.cli.ingest import ingest
from app.cli.key import key_app
from app.cli.migrate import migrate
from app.cli.neo4j import neo4j_app
from app.cli.redact import redact
from app.cli.review import review
from app.cli.seed import check, seed
from app.cli.up import up
from app.cli.withdraw import withdraw
from graph.errors import WhofinedError

app = typer.Typer(
    name="whofined",
    help="The knowledge graph of privacy enforcement: who fined, sued, ordered or investigated whom, and who says so.",
    epilog="Examples: whofined up · whofined export --format csv fines.csv · whofined neo4j status",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"whofined {version('whofined')}")
        raise typer.Exit


@app.callback()
def root(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Take options that hold for every command."""


app.command()(up)
app.add_typer(neo4j_app, name="neo4j")
app.add_typer(key_app, name="key")
app.command()(migrate)
app.command()(seed)
app.command()(check)
app.command()(export)
app.command()(extract)
app.command()(ingest)
app.command()(withdraw)
app.command()(review)
app.command()(redact)


def main() -> None:
    """Run the command; an error of ours ends it with one line on standard error."""
    try:
        app()
    except WhofinedError as error:
        typer.secho(f"whofined: {error}", err=True, fg="red")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
