"""`whofined ingest`: documents into the graph."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Annotated, Any

import orjson
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from app.cli.spread import spread
from app.settings import Settings, load_settings
from graph import migrations
from graph.server.local import ensure
from graph.server.progress import Silent, Terminal
from graph.store import Store
from seed.extract import report
from seed.ingest.identity.candidates import Similar, similar
from seed.ingest.result import Ingested
from seed.ingest.rows import document_id
from seed.ingest.run import Failure, Options, Summary, prepare, run
from seed.llm.choose import extractor as extractor_named
from seed.reading import Place, expand
from seed.reading.matter import checked

_FAILED = 1
_INTERRUPTED = 130
_SHOWN = 50
"""Documents that a table lists at most."""
_LOOKED_UP = 200
"""New entities for which a run says who they may be; `whofined review` lists all."""


def ingest(
    what: Annotated[list[str], typer.Argument(help="Files, folders, addresses, or - for standard input.")],
    workers: Annotated[
        int | None,
        typer.Option(min=1, max=64, help="Processes to spread documents over.", show_default="one a core"),
    ] = None,
    dask: Annotated[
        str | None,
        typer.Option(metavar="tcp://HOST:PORT", help="Spread documents over a Dask cluster instead."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be claimed; no database is needed.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of a table.")] = False,
    kind: Annotated[str | None, typer.Option(help="official, court, press, dataset or company.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    extractor: Annotated[str, typer.Option(help="rules, llm (an OpenAI-compatible API), or both.")] = "rules",
) -> None:
    """Read documents, find what they say, and add it to the graph with the words that say so.

    The same document again changes nothing, so a run that was stopped is started again. Exit status 1 if any failed.

    Examples: whofined ingest article.html · whofined ingest notices/ --kind official --publisher ICO ·
    whofined ingest https://example.org/news --dry-run
    """
    settings = load_settings()
    options = Options(
        extractor_named(extractor, settings),
        given=checked({"kind": kind, "publisher": publisher}, "--kind, --publisher"),
        keep=settings.data_dir if settings.keep_sources and not dry_run else None,
    )
    summary = Summary()
    places = list(expand(what, summary.skipped))
    try:
        if dry_run:
            claims = asyncio.run(_dry(places, options, summary, workers, dask))
            _print_dry(claims, summary, as_json=as_json)
        else:
            pairs = asyncio.run(_run(settings, places, options, summary, (workers, dask), quiet=as_json))
            _print(summary, pairs, as_json=as_json)
    except KeyboardInterrupt:
        typer.secho("Stopped. What was written stays; start it again to go on.", err=True)
        _print(summary, (), as_json=as_json)
        raise typer.Exit(_INTERRUPTED) from None
    if summary.failures:
        raise typer.Exit(_FAILED)


async def _run(
    settings: Settings,
    places: list[Place],
    options: Options,
    summary: Summary,
    where: tuple[int | None, str | None],
    *,
    quiet: bool,
) -> tuple[Similar, ...]:
    """Take them in; returns who some of the new entities may be."""
    connection = await asyncio.to_thread(ensure, settings, Silent() if quiet else Terminal())
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    console = Console(stderr=True, quiet=quiet)
    with spread(where[0], len(places), where[1]) as (executor, count):
        async with Store(connection) as store:
            await migrations.migrate(store)
            with Progress(*columns, console=console, transient=True) as bar:
                task = bar.add_task("Reading", total=len(places))
                await run(
                    store,
                    places,
                    _ahead(options, count),
                    executor,
                    tell=lambda name: bar.update(task, advance=1, description=name[-40:]),
                    summary=summary,
                )
            return await similar(store, sorted(summary.entities)[:_LOOKED_UP])


def _ahead(options: Options, count: int) -> Options:
    return replace(options, ahead=2 * count + 2 * options.together)


async def _dry(
    places: list[Place], options: Options, summary: Summary, workers: int | None, dask: str | None
) -> list[dict[str, Any]]:
    claims: list[dict[str, Any]] = []
    with spread(workers, len(places), dask) as (executor, count):
        async for one in prepare(places, _ahead(options, count), executor):
            if isinstance(one, Failure):
                summary.failures.append(one)
            elif one.extraction is not None:
                summary.documents += 1
                summary.hear(one)
                claims += [
                    {**row, "document_id": document_id(one.source)} for row in report.rows(one.extraction)
                ]
    summary.claims = len(claims)
    return claims


def _print_dry(claims: list[dict[str, Any]], summary: Summary, *, as_json: bool) -> None:
    if as_json:
        _print_json(
            {
                "dry_run": True,
                "claims": claims,
                "failures": _failures(summary),
                "skipped": summary.skipped,
                "unread": _unread(summary),
            }
        )
        return
    table = Table("document", "subject", "relation", "object", "amount", "date", "modality")
    for row in claims:
        amount = f"{row['amount']:,} {row['currency']}" if row["amount"] is not None else ""
        table.add_row(
            row["document"], row["subject"]["name"], row["relation"], row["object"]["name"], amount,
            row["date"] or "", row["modality"],
        )  # fmt: skip
    Console().print(table)
    typer.echo(f"{summary.documents:,} documents, {summary.claims:,} claims. Dry run: nothing was written.")
    _print_model(summary)
    _print_failures(summary)


def _print(summary: Summary, pairs: Sequence[Similar], *, as_json: bool) -> None:
    if as_json:
        _print_json({**shown(summary), "similar": [asdict(pair) for pair in pairs]})
        return
    table = Table("", "count")
    for name, count in counts(summary).items():
        table.add_row(name, f"{count:,}")
    table.add_row("new names that may be others", f"{len(pairs):,}")
    Console().print(table)
    _print_told(summary)
    for pair in pairs:
        typer.echo(
            f"  {pair.left} may be {pair.right} ({pair.score}): whofined review --same, or --different"
        )
    _print_model(summary)
    _print_failures(summary)


def _print_told(summary: Summary) -> None:
    """Each document with its id and the facts that it brought or confirmed; of a long run the first."""
    table = Table("document", "id", "facts")
    for place, one in summary.told[:_SHOWN]:
        facts = [*one.new, *(f"{id_} (confirmed)" for id_ in one.confirmed)]
        facts += [f"{id_} (disputed)" for id_ in one.disputed]
        table.add_row(place, one.document, _stood(one) if one.unchanged else "\n".join(facts))
    if summary.told:
        Console().print(table)
    if more := len(summary.told[_SHOWN:]):
        typer.echo(f"{more:,} more documents; --json lists all.")


def _stood(one: Ingested) -> str:
    """What is said of a text that was there; where it came another way, the ways by which it had come before."""
    others = len(one.ways) - 1
    if not (one.new_way and others):
        return "there already"
    return f"there already, by {others} other {'way' if others == 1 else 'ways'}"


def counts(summary: Summary) -> dict[str, int]:
    """The numbers that a person wants to see after a run, by what they count."""
    return {
        "documents read": summary.documents,
        "documents there already": summary.unchanged,
        "of these by another way": summary.ways,
        "documents failed": len(summary.failures),
        "files skipped": len(summary.skipped),
        "claims": summary.claims,
        "facts new": len(summary.new),
        "facts confirmed": len(summary.confirmed),
        "facts disputed": len(summary.disputed),
        "claims unsure": len(summary.unsure),
    }


def shown(summary: Summary) -> dict[str, Any]:
    """A run as one JSON object: counts, ids of documents and facts, and what failed, was skipped or went unread."""
    return {
        "documents": summary.documents,
        "unchanged": summary.unchanged,
        "claims": summary.claims,
        "new": sorted(summary.new),
        "confirmed": sorted(summary.confirmed),
        "disputed": sorted(summary.disputed),
        "unsure": sorted(summary.unsure),
        "ids": [
            {
                "document": place,
                "id": one.document,
                "unchanged": one.unchanged,
                "ways": list(one.ways),
                "new_way": one.new_way,
            }
            for place, one in summary.told
        ],
        "failures": _failures(summary),
        "skipped": summary.skipped,
        "unread": _unread(summary),
    }


def _failures(summary: Summary) -> list[dict[str, str]]:
    return [{"document": one.place, "reason": one.reason} for one in summary.failures]


def _unread(summary: Summary) -> list[dict[str, str]]:
    return [{"document": one.place, "reason": one.reason} for one in summary.unread]


def _print_model(summary: Summary) -> None:
    if said := str(summary.model):
        typer.secho(f"The language model: {said}.", err=True)


def _print_failures(summary: Summary) -> None:
    for one in summary.failures:
        typer.secho(f"{one.place}: {one.reason}", err=True, fg="red")
    for one in summary.unread:
        typer.secho(f"{one.place}: not read: {one.reason}", err=True, fg="yellow")


def _print_json(value: dict[str, Any]) -> None:
    typer.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())
