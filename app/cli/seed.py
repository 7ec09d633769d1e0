"""`whofined seed` and `whofined check`: records and case notes into the graph, and the check of records alone."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from app.settings import load_settings
from graph import migrations
from graph.errors import InvalidInput
from graph.server.local import ensure
from graph.server.progress import Silent, Terminal
from graph.store import Store
from seed.curated import RECORDS, Group, Problem, examine, plan
from seed.curated.check import Checked
from seed.import_.batch import Report as Batch
from seed.import_.compiled import bring_compiled
from seed.ingest.notes import NOTES, take_notes
from seed.ingest.run import Summary
from seed.load import KINDS, SHIPPED, Contents, Report, load
from seed.shipped import keep_shipped

_FAILED = 1

Records = Annotated[
    Path, typer.Option(help="Folder of records.", exists=True, file_okay=False, show_default="seed/records")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")]


def check(
    records: Records = RECORDS,
    graph: Annotated[bool, typer.Option(help="Say what is weak in the graph instead.")] = False,
    thresholds: Annotated[
        Path | None,
        typer.Option(help="TOML file of what is allowed at most; more is exit status 1.", dir_okay=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check the records without a database: one line for each problem, exit status 1 if there is any.

    With --graph, count what is weak in the graph: facts without a source or with one, disputes, entities that
    nothing names, and more.

    Examples: whofined check --records my-records · whofined check --graph --thresholds quality.toml
    """
    if graph:
        from app.cli.quality import check_graph  # the records alone are checked without a driver

        check_graph(thresholds, as_json=as_json)
        return
    if thresholds is not None:
        raise InvalidInput("bounds are for the graph", where="--thresholds", remedy="add --graph")
    checked = examine(records)
    contents = Contents.of(plan(checked))
    if as_json:
        _print_json({"problems": [_problem(one) for one in checked.problems], **_contents(contents)})
    else:
        _print_problems(checked.problems)
        if not checked.problems:
            _table(contents, {}, {})
            typer.echo("All records are in order.")
    if checked.problems:
        raise typer.Exit(_FAILED)


def seed(
    records: Records = RECORDS,
    dry_run: Annotated[bool, typer.Option(help="Check and count, and write nothing.")] = False,
    lists: Annotated[bool, typer.Option(help="Bring the compiled lists in as well.")] = True,
    as_json: AsJson = False,
) -> None:
    """Load records, notes and compiled lists; a second run changes nothing, and a broken one is taken up again.

    Notes are case notes in our own words, read as documents are. Records of your own come without notes and lists.

    Examples: whofined seed · whofined seed --no-lists · whofined seed --records my-records --json
    """
    checked = examine(records)
    groups = plan(checked)
    shipped = records == RECORDS
    filled = (
        Filled(_dry(checked, groups))
        if dry_run
        else asyncio.run(_load(checked, groups, shipped=shipped, lists=lists and shipped, quiet=as_json))
    )
    report, notes, batches = filled.report, filled.notes, filled.lists
    if as_json:
        told: dict[str, Any] = {"notes": _counts(notes)} if notes else {}
        told |= {"lists": [asdict(one) for one in batches]} if batches else {}
        _print_json({**_report(report, dry_run=dry_run), **told})
    else:
        _print_report(report, dry_run=dry_run)
        if notes:
            typer.echo(notes_line(notes))
        if batches:
            typer.echo(lists_line(batches))
    if not report.complete or (notes and notes.failures):
        raise typer.Exit(_FAILED)


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of records, notes and compiled lists; of the last two nothing where they were not asked for."""

    report: Report
    notes: Summary | None = None
    lists: Sequence[Batch] = ()


async def fill(
    store: Store,
    checked: Checked,
    groups: Sequence[Group],
    tell: Callable[[str], None],
    *,
    shipped: bool,
    lists: bool,
    tell_rows: Callable[[str], None] | None = None,
) -> Filled:
    """Load records, and where they are the shipped ones the notes and, with ``lists``, the compiled lists.

    ``tell`` hears of each group and note that is done, ``tell_rows`` how far a list is.
    """
    origin = SHIPPED if shipped else checked.index.read.folder
    await keep_shipped(store, whole=False)
    report = await load(store, checked, groups, lambda done: tell(done.group), origin=origin)
    if not (shipped and report.complete):
        return Filled(report)
    notes = await take_notes(store, tell)
    if not lists:
        return Filled(report, notes)
    filled = Filled(report, notes, await bring_compiled(store, tell_rows or tell))
    if not notes.failures:
        await keep_shipped(store, whole=True)
    return filled


def lists_line(lists: Sequence[Batch]) -> str:
    """One sentence on what became of the compiled lists."""
    if all(one.unchanged for one in lists):
        return f"Compiled lists: {sum(one.rows for one in lists):,} rows, all there already."
    total = {
        name: sum(getattr(one, name) for one in lists)
        for name in ("rows", "new", "matched", "to_look_at", "refused")
    }
    return (
        f"Compiled lists: {total['rows']:,} rows read; {total['new']:,} new facts, {total['matched']:,} meet a fact"
        f" that is there, {total['to_look_at']:,} are to be looked at, {total['refused']:,} refused."
    )


def notes_line(notes: Summary) -> str:
    """One sentence on what became of the case notes."""
    failed = "".join(f"\n{one.place}: {one.reason}" for one in notes.failures)
    if notes.documents == 0:
        return f"Notes: {notes.unchanged:,}, all there already.{failed}"
    return (
        f"Notes: {notes.documents:,} read; {notes.claims:,} claims confirm {len(notes.confirmed):,} facts,"
        f" bring {len(notes.new):,} and dispute {len(notes.disputed):,}.{failed}"
    )


def _counts(notes: Summary) -> dict[str, int]:
    return {
        "read": notes.documents,
        "unchanged": notes.unchanged,
        "failed": len(notes.failures),
        "claims": notes.claims,
        "new": len(notes.new),
        "confirmed": len(notes.confirmed),
        "disputed": len(notes.disputed),
        "unsure": len(notes.unsure),
    }


def _dry(checked: Checked, groups: Sequence[Group]) -> Report:
    return Report(Contents.of(groups), (), checked.problems, tuple(sorted(checked.blocked)))


async def _load(
    checked: Checked, groups: Sequence[Group], *, shipped: bool, lists: bool, quiet: bool
) -> Filled:
    connection = await asyncio.to_thread(ensure, load_settings(), Silent() if quiet else Terminal())
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    console = Console(stderr=True, quiet=quiet)
    total = len(groups) + (len(list(NOTES.glob("*.md"))) if shipped else 0)
    async with Store(connection) as store:
        await migrations.migrate(store)
        with Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task("Loading records", total=total)

            def tell(name: str) -> None:
                bar.update(task, advance=1, description=Path(name).name)

            def tell_rows(text: str) -> None:
                bar.update(task, description=text)

            return await fill(store, checked, groups, tell, shipped=shipped, lists=lists, tell_rows=tell_rows)


def _problem(problem: Problem) -> dict[str, Any]:
    place = {"file": problem.place.file, "line": problem.place.line}
    return {**place, "record": problem.record, "reason": problem.reason}


def _contents(contents: Contents) -> dict[str, Any]:
    return {"rows": dict(contents.rows), "unsourced": dict(contents.unsourced)}


def _report(report: Report, *, dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "complete": report.complete,
        "changes": report.changes,
        "created": report.created,
        "changed": report.changed,
        "gone": list(report.followed.gone),
        "back": list(report.followed.back),
        **_contents(report.contents),
        "problems": [_problem(one) for one in report.problems],
        "blocked": list(report.blocked),
        "refused": [{"group": one.group, "reason": one.refused} for one in report.refused],
    }


def _print_json(value: dict[str, Any]) -> None:
    typer.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())


def _print_problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        typer.secho(str(problem), err=True, fg="red")


def _print_report(report: Report, *, dry_run: bool) -> None:
    _print_problems(report.problems)
    for outcome in report.refused:
        typer.secho(f"{outcome.group}: {outcome.refused}", err=True, fg="red")
    _table(report.contents, report.created, report.changed)
    if report.blocked:
        typer.echo(f"Nothing was written of: {', '.join(report.blocked)}.")
    if dry_run:
        typer.echo("Dry run: nothing was written.")
    elif report.followed.gone or report.followed.back:
        typer.echo(
            f"{report.changes:,} rows were written; {len(report.followed.gone):,} facts are withdrawn because they are"
            f" no longer in the records, {len(report.followed.back):,} are back."
        )
    elif report.changes == 0:
        typer.echo("Nothing changed: the graph holds these records already.")
    else:
        typer.echo(f"{report.changes:,} rows were written.")


def _table(contents: Contents, created: dict[str, int], changed: dict[str, int]) -> None:
    columns = {"in the records": contents.rows, "without a source": contents.unsourced}
    columns |= {"created": created, "changed": changed} if created else {}
    table = Table("", *columns)
    for kind in KINDS:
        table.add_row(kind, *(f"{counts.get(kind, 0):,}" for counts in columns.values()))
    Console().print(table)
