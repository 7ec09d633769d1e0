"""`whofined sources check`: visit the pages behind documents, and keep whether they say what the facts say."""

import asyncio
from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from app.settings import Settings, load_settings
from graph import migrations
from graph.reads import facts
from graph.server.local import ensure
from graph.server.progress import Silent, Terminal
from graph.store import Store
from seed.sources.check import Options, Summary, check
from seed.sources.page import Page, Visitor
from seed.sources.statements import Due

_INTERRUPTED = 130

sources_app = typer.Typer(no_args_is_help=True, help="The pages behind documents: visit and check them.")


@sources_app.callback()
def _group() -> None:
    """Sources of facts."""


@sources_app.command("check")
def check_sources(
    fact: Annotated[str | None, typer.Option(metavar="ID", help="Only the sources of this fact.")] = None,
    stale: Annotated[
        int | None, typer.Option(min=0, metavar="DAYS", help="Visit again what was visited so many days ago.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many documents.")] = None,
    archive: Annotated[bool, typer.Option(help="Ask the Wayback Machine for a copy of what is gone.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of lines.")] = False,
) -> None:
    """Visit pages politely: robots.txt, one request a host a second, and WHOFINED_CONTACT in the User-Agent.

    What was never visited comes first; stop it with Ctrl-C, and start it again to go on.

    Examples: whofined sources check --limit 100 · whofined sources check --fact clearview-uk-2022
    """
    settings, summary = load_settings(), Summary()
    try:
        asyncio.run(_run(settings, Options(fact, stale, limit), summary, archive=archive, quiet=as_json))
    except KeyboardInterrupt:
        typer.secho("Stopped. What was found is kept; start it again to go on.", err=True)
        _print(summary, as_json=as_json)
        raise typer.Exit(_INTERRUPTED) from None
    _print(summary, as_json=as_json)


async def _run(settings: Settings, options: Options, summary: Summary, *, archive: bool, quiet: bool) -> None:
    visitor = Visitor(settings.contact) if archive else Visitor(settings.contact, archive=None)
    connection = await asyncio.to_thread(ensure, settings, Silent() if quiet else Terminal())
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    console = Console(stderr=True, quiet=quiet)
    async with Store(connection) as store:
        await migrations.migrate(store)
        if options.fact is not None:
            await facts.one(store, options.fact)
        with Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task("Visiting pages", total=None)

            def on_progress(number: int, total: int, one: Due, page: Page) -> None:
                bar.update(task, completed=number, total=total, description=one.url.split("/")[2])
                if page.standing.state != "alive":
                    reason = f" ({page.standing.reason})" if page.standing.reason else ""
                    console.print(f"{page.standing.state}{reason}: {one.url}", markup=False, soft_wrap=True)

            await check(store, visitor, options, on_progress, summary=summary)


def _print(summary: Summary, *, as_json: bool) -> None:
    if as_json:
        found = {"visited": summary.visited, "states": summary.states, "found": summary.found}
        typer.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode())
        return
    states = ", ".join(f"{count:,} {state}" for state, count in summary.states.most_common()) or "none due"
    found = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in summary.found.most_common())
    typer.echo(f"Documents visited: {summary.visited:,} ({states}).")
    if found:
        typer.echo(f"Claims looked for in the pages: {found}.")
