"""`whofined neo4j …`: the local server by hand."""

import json
import time
from collections import deque
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from app.settings import Settings, load_settings
from graph.connection import Connection, connection
from graph.errors import ConfigurationError, NotFound
from graph.server import admin as administration
from graph.server.layout import layout
from graph.server.local import connection_to, ensure, stop
from graph.server.progress import Terminal
from graph.server.runner import live_state
from graph.server.state import State, read_state

NOT_RUNNING = 3

neo4j_app = typer.Typer(help="The local Neo4j: start, stop, look at it, keep a copy.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="One JSON object instead of a table.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Restart = Annotated[bool, typer.Option("--restart", help="Stop the server for this, and start it again.")]


class Log(StrEnum):
    """The logs of the local server."""

    neo4j = "neo4j"
    debug = "debug"
    console = "console"
    supervisor = "supervisor"


@neo4j_app.command()
def start() -> None:
    """Start it in the background; nothing happens if it runs.

    The first start fetches Neo4j (173 MB) and prepares faster starts.

    Examples: whofined neo4j start · WHOFINED_NEO4J_BOLT_PORT=7688 whofined neo4j start
    """
    settings = _ours()
    with Terminal() as progress:
        there = ensure(settings, progress)
    _print_table(_login(there, settings))


@neo4j_app.command(name="stop")
def stop_command() -> None:
    """Stop it, also one that a crashed process left behind.

    Example: whofined neo4j stop
    """
    typer.echo("Stopped." if stop(_ours()) else "It was not running.")


@neo4j_app.command()
def status(
    as_json: Json = False,
    show_password: Annotated[bool, typer.Option("--show-password", help="Print the password too.")] = False,
) -> None:
    """Say whether it runs, where, and how to log in. Exit status 0 if it runs, 3 if not.

    Examples: whofined neo4j status · whofined neo4j status --json | jq -r .browser_url
    """
    settings = load_settings()
    given = connection(settings)
    if given is not None:
        rows: dict[str, Any] = {"status": "given by NEO4J_URI", "uri": given.uri, "user": given.user}
        live = True
    else:
        folders = layout(settings)
        state = live_state(folders)
        live = state is not None and state.status in ("running", "restarting")
        rows = _facts(state or read_state(folders.state_file), live=state is not None)
        if live:
            there = connection_to(folders)
            rows |= _login(there, settings) | ({"password": there.password} if show_password else {})
        rows |= {"data": str(folders.home), "logs": str(folders.logs)}
    if as_json:
        typer.echo(json.dumps(rows))
    else:
        _print_table(rows)
    raise typer.Exit(0 if live else NOT_RUNNING)


@neo4j_app.command()
def logs(
    which: Annotated[Log, typer.Argument(help="Which log.")] = Log.neo4j,
    lines: Annotated[int, typer.Option("--lines", "-n", min=0, help="How many of the last lines.")] = 50,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on until Ctrl-C.")] = False,
) -> None:
    """Show a log: neo4j (default), debug, console (what the JVM printed) or supervisor (starts and restarts).

    Examples: whofined neo4j logs · whofined neo4j logs supervisor -n 20 · whofined neo4j logs debug -f
    """
    folders = layout(_ours())
    own = which in (Log.console, Log.supervisor)
    path = (folders.logs if own else folders.server_logs) / f"{which}.log"
    if not path.exists():
        raise NotFound("there is no such log yet", where=str(path))
    with path.open(encoding="utf-8", errors="replace") as stream:
        for line in deque(stream, maxlen=lines):
            typer.echo(line, nl=False)
        for line in _appended(stream) if follow else ():
            typer.echo(line, nl=False)


@neo4j_app.command()
def reset(
    yes: Yes = False,
    cache: Annotated[bool, typer.Option("--cache", help="Delete the fetched jars and archives too.")] = False,
) -> None:
    """Delete the graph; the password stays. The server must be stopped.

    Examples: whofined neo4j reset · whofined neo4j reset --yes --cache
    """
    settings = _ours()
    if not yes:
        typer.confirm(f"Delete the graph in {layout(settings).data}?", abort=True)
    deleted = administration.reset(settings, cache=cache)
    for path in deleted:
        typer.echo(f"deleted {path}")
    if not deleted:
        typer.echo("There was nothing to delete.")


@neo4j_app.command()
def dump(
    target: Annotated[Path, typer.Argument(help="The file to write.", dir_okay=False)],
    restart: Restart = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Write the whole graph into one file.

    Examples: whofined neo4j dump graph.dump · whofined neo4j dump graph.dump --restart
    """
    if target.exists() and not force:
        raise ConfigurationError("the file is there already", where=str(target), remedy="give --force")
    with _aside(_ours(), restart=restart) as (settings, progress):
        administration.dump(settings, target, progress)
    typer.echo(f"{target}: {target.stat().st_size:,} bytes")


@neo4j_app.command()
def load(
    source: Annotated[Path, typer.Argument(help="A file that dump wrote.")],
    yes: Yes = False,
    restart: Restart = False,
) -> None:
    """Replace the graph by the one in the file; if that fails, the present one stays.

    Examples: whofined neo4j load graph.dump · whofined neo4j load graph.dump --yes --restart
    """
    settings = _ours()
    if not yes:
        typer.confirm(f"Replace the graph in {layout(settings).data}?", abort=True)
    with _aside(settings, restart=restart) as (_, progress):
        administration.load(settings, source, progress)
    typer.echo(f"loaded {source}")


class _aside:  # noqa: N801 - reads as a verb at the call
    """Stop a background server for the length of a block, and start it again, whatever happened in it."""

    def __init__(self, settings: Settings, *, restart: bool) -> None:
        self.settings = settings
        state = live_state(layout(settings))
        self.again = restart and state is not None
        if self.again and state is not None and state.tied:
            raise ConfigurationError("the server belongs to `whofined up`", remedy="end that first")
        self.progress = Terminal()

    def __enter__(self) -> tuple[Settings, Terminal]:
        if self.again:
            stop(self.settings)
        return self.settings, self.progress

    def __exit__(self, *_: object) -> None:
        if self.again:
            ensure(self.settings, self.progress)


def _ours() -> Settings:
    settings = load_settings()
    if settings.neo4j_uri is not None:
        raise ConfigurationError(
            "NEO4J_URI is set: there is no local server", where=settings.neo4j_uri, remedy="unset NEO4J_URI"
        )
    return settings


def _facts(state: State | None, *, live: bool) -> dict[str, Any]:
    if state is None:
        return {"status": "never started"}
    rows: dict[str, Any] = {
        "status": state.status if live or state.status == "failed" else "stopped",
        "version": state.version,
        "since": time.strftime("%Y-%m-%dT%H:%M:%S%z", time.localtime(state.since)),
        "restarts": state.restarts,
    }
    if live:
        ends = "with `whofined up`" if state.tied else "when stopped"
        rows |= {
            "supervisor_pid": state.supervisor.pid,
            "jvm_pid": state.jvm.pid if state.jvm else None,
            "ends": ends,
        }
    if state.failure is not None:
        rows |= {"failure": state.failure.kind, "what": state.failure.what, "remedy": state.failure.remedy}
    return rows


def _login(there: Connection, settings: Settings) -> dict[str, Any]:
    return {
        "uri": there.uri,
        "browser_url": there.browser_url,
        "user": there.user,
        "password_file": str(layout(settings).password),
    }


def _print_table(rows: dict[str, Any]) -> None:
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, value in rows.items():
        table.add_row(name.replace("_", " "), "" if value is None else str(value))
    Console(soft_wrap=True).print(table)


def _appended(stream: Any, pause: float = 0.2) -> Iterator[str]:
    while True:
        line = stream.readline()
        if line:
            yield line
        else:
            time.sleep(pause)
