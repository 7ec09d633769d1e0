"""`whofined seed` and `whofined check`: records and case notes into the graph, and the check of records alone."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from graph import schema
from graph.local import Silent, Terminal, ensure
from graph.settings import load_settings
from graph.store import Store
from seed.curated import RECORDS, Group, Problem, examine, plan
from seed.curated.check import Checked
from seed.ingest.notes import NOTES, take_notes
from seed.ingest.run import Summary
from seed.load import KINDS, SHIPPED, Contents, Report, load

_FAILED = 1

Records = Annotated[
    Path, typer.Option(help="Folder of records.", exists=True, file_okay=False, show_default="seed/records")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")]


def check(records: Records = RECORDS, as_json: AsJson = False) -> None:
    """Check the records without a database: one line for each problem, exit status 1 if there is any.

    Example: whofined check --records my-records
    """
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
    as_json: AsJson = False,
) -> None:
    """Load the records and notes into the graph; a second run changes nothing, and a broken one is taken up again.

    Notes are case notes in our own words, read as documents are; records of your own come without them.

    Examples: whofined seed · whofined seed --dry-run · whofined seed --records my-records --json
    """
    checked = examine(records)
    groups = plan(checked)
    shipped = records == RECORDS
    report, notes = (
        (_dry(checked, groups), None)
        if dry_run
        else asyncio.run(_load(checked, groups, shipped=shipped, quiet=as_json))
    )
    if as_json:
        told = {"notes": _counts(notes)} if notes else {}
        _print_json({**_report(report, dry_run=dry_run), **told})
    else:
        _print_report(report, dry_run=dry_run)
        if notes:
            typer.echo(notes_line(notes))
    if not report.complete or (notes and notes.failures):
        raise typer.Exit(_FAILED)


async def fill(
    store: Store,
    checked: Checked,
    groups: Sequence[Group],
    tell: Callable[[str], None],
    *,
    shipped: bool,
) -> tuple[Report, Summary | None]:
    """Load records, then the notes where the records are the shipped ones; ``tell`` hears of each that is done."""
    origin = SHIPPED if shipped else checked.index.read.folder
    report = await load(store, checked, groups, lambda done: tell(done.group), origin=origin)
    return report, await take_notes(store, tell) if shipped and report.complete else None


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
    checked: Checked, groups: Sequence[Group], *, shipped: bool, quiet: bool
) -> tuple[Report, Summary | None]:
    connection = await asyncio.to_thread(ensure, load_settings(), Silent() if quiet else Terminal())
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    console = Console(stderr=True, quiet=quiet)
    total = len(groups) + (len(list(NOTES.glob("*.md"))) if shipped else 0)
    async with Store(connection) as store:
        await schema.migrate(store)
        with Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task("Loading records", total=total)

            def tell(name: str) -> None:
                bar.update(task, advance=1, description=Path(name).name)

            return await fill(store, checked, groups, tell, shipped=shipped)


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
