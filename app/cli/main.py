"""The command `whofined`, put together; errors become one line and an exit status.

A command's module is imported when the command is called: all of them together take two seconds, and most of that is
libraries that the one command does not need.
"""

import ast
import getpass
import sys
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Final, cast

import typer
from typer.core import TyperCommand, TyperGroup

from graph.audit import Act, acting
from graph.errors import WhofinedError

COMMANDS: Final = {
    "up": "app.cli.up:up",
    "neo4j": "app.cli.neo4j:neo4j_app",
    "browser": "app.cli.browser:browser",
    "key": "app.cli.key:key_app",
    "migrate": "app.cli.migrate:migrate",
    "seed": "app.cli.seed:seed",
    "check": "app.cli.seed:check",
    "ask": "app.cli.ask:ask",
    "import": "app.cli.import_:import_",
    "mcp": "app.cli.mcp:mcp",
    "sources": "app.cli.sources:sources_app",
    "export": "app.cli.export:export",
    "backup": "app.cli.backup:backup",
    "restore": "app.cli.restore:restore",
    "extract": "app.cli.extract:extract",
    "ingest": "app.cli.ingest:ingest",
    "withdraw": "app.cli.withdraw:withdraw",
    "review": "app.cli.review:review",
    "correct": "app.cli.correct:correct",
    "redact": "app.cli.redact:redact",
}
"""Each command, and where its function, or its group of commands, is."""


class Lazy(TyperGroup):
    """A group whose commands are imported when they are called; `--help` shows them without that."""

    _listing = False

    def list_commands(self, ctx: typer.Context) -> list[str]:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The names, in the order in which they are shown."""
        del ctx
        return list(COMMANDS)

    def get_command(  # pyright: ignore[reportIncompatibleMethodOverride]
        self, ctx: typer.Context, cmd_name: str
    ) -> TyperCommand | TyperGroup | None:
        """The command of this name, or only its line while help is written."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        if self._listing:
            return TyperCommand(cmd_name, help=line(cmd_name))
        return loaded(cmd_name)

    def format_help(self, ctx: typer.Context, formatter: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Write the help, with one line of each command."""
        self._listing = True
        try:
            super().format_help(ctx, formatter)  # pyright: ignore[reportArgumentType]
        finally:
            self._listing = False


def line(name: str) -> str:
    """What a command says of itself first, read from its source without running it."""
    module, _, attribute = COMMANDS[name].partition(":")
    found = find_spec(module)
    if found is None or found.origin is None:
        return ""
    for node in ast.parse(Path(found.origin).read_text(encoding="utf-8")).body:
        match node:
            case ast.FunctionDef(name=function) if function == attribute:
                return (ast.get_docstring(node) or "").partition("\n\n")[0].replace("\n", " ")
            case ast.Assign(targets=[ast.Name(id=variable)], value=ast.Call(keywords=given)) if (
                variable == attribute
            ):
                said = [
                    one.value.value
                    for one in given
                    if one.arg == "help" and isinstance(one.value, ast.Constant)
                ]
                return str(said[0]) if said else ""
            case _:
                pass
    return ""


def loaded(name: str) -> TyperCommand | TyperGroup:
    """The command of this name, with its module imported."""
    module, _, attribute = COMMANDS[name].partition(":")
    found = getattr(import_module(module), attribute)
    if not isinstance(found, typer.Typer):
        single = typer.Typer(rich_markup_mode="rich")
        single.command(name)(found)
        found = single
    command = typer.main.get_command(found)
    command.name = name
    return cast("TyperCommand | TyperGroup", command)


app = typer.Typer(
    name="whofined",
    cls=Lazy,
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


def main() -> None:
    """Run the command; an error of ours ends it with one line on standard error."""
    words = [word for word in sys.argv[1:3] if word.isalpha()]
    name = " ".join(["whofined", *(words if words[:1] in (["neo4j"], ["key"]) else words[:1])])
    try:
        with acting(Act(_user(), name)):
            app()
    except WhofinedError as error:
        typer.secho(f"whofined: {error}", err=True, fg="red")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user without a name
        return "unknown"


if __name__ == "__main__":
    main()
