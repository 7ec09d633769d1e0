"""`whofined import`: a list of your own into the graph, what would come of it, and a batch out again."""

import asyncio
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from app.cli.import_bulk import bulk
from app.cli.import_dry import SHOWN, Tried, dry, sum_text
from app.cli.spread import spread
from app.settings import load_settings
from graph import migrations
from graph.errors import InvalidInput
from graph.reads import batches
from graph.server.local import ensure
from graph.server.progress import Silent, Terminal
from graph.store import Store
from seed.import_.batch import Report
from seed.import_.fetching import fetched, policy
from seed.import_.mapping import Mapping, mapping, shipped
from seed.import_.placing import Spread
from seed.import_.private import private_rows
from seed.import_.proposal import as_mapping, as_yaml, proposed
from seed.import_.refused import write_refused
from seed.import_.run import Prepared, bring, prepare
from seed.import_.undo import undo
from seed.reading.matter import is_web

GENERIC = "generic"
_OF_THE_GRAPH = ("new", "matched", "disputed", "to_look_at", "unnamed", "changes")
"""Counts that are not known without a graph."""
_MANY = 5_000
"""Rows from which on other processes are worth their start."""


File = Annotated[
    str | None, typer.Argument(help="CSV, TSV, XLSX, JSON or NDJSON, also gzipped; a path or an address.")
]
MappingName = Annotated[
    str, typer.Option("--mapping", help="A shipped mapping, a YAML file, or generic to have one proposed.")
]
BatchName = Annotated[str | None, typer.Option(help="Name of the batch; that of the mapping if left out.")]
Private = Annotated[
    bool, typer.Option("--private", help="Keep its rows beside the graph; --rows shows them.")
]
Workers = Annotated[
    int | None, typer.Option(min=1, help="Processes that compare rows with facts; one for a short list.")
]
Cluster = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="Compare on a Dask cluster instead: its scheduler.")
]
Bulk = Annotated[
    bool,
    typer.Option("--bulk", help="A first load of a long list: the files of the local graph are made anew."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")]
PrivateBatch = Annotated[
    str | None, typer.Option("--rows", metavar="BATCH", help="Print a private batch, one JSON object a row.")
]


def import_(
    file: File = None,
    mapping_: MappingName = "",
    batch: BatchName = None,
    licence: Annotated[str | None, typer.Option(help="Under which terms the list may be used.")] = None,
    private: Private = False,
    dry_run: Annotated[bool, typer.Option(help="Say what would come of it, and write nothing.")] = False,
    refused: Annotated[Path | None, typer.Option(help="Write the refused rows to this CSV file.")] = None,
    workers: Workers = None,
    dask: Cluster = None,
    bulk_: Bulk = False,
    rows_: PrivateBatch = None,
    undo_: Annotated[str | None, typer.Option("--undo", help="Take a batch out, whole.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="Name the batches and the shipped mappings.")] = False,
    as_json: AsJson = False,
) -> None:
    """Bring a list in as a batch: each row becomes a document and a claim, and a fact unless one is there already.

    Examples: whofined import fines.csv --mapping generic > my.yaml · whofined import fines.csv --mapping my.yaml
    --dry-run · whofined import --undo my-list
    """
    if list_:
        asyncio.run(_list())
    elif rows_ is not None:
        asyncio.run(_rows(rows_))
    elif undo_ is not None:
        gone = asyncio.run(_undo(undo_))
        typer.echo(f"Batch {undo_} is gone, with {gone:,} facts.")
    elif file is None or not mapping_:
        raise InvalidInput(
            "a file and a mapping are needed",
            where="import",
            remedy=f"--mapping FILE.yaml, generic, or one of {', '.join(shipped())}",
        )
    elif mapping_ == GENERIC:
        with _fetched(file) as path:
            _propose(path)
    else:
        columns = mapping(mapping_)
        columns = columns.model_copy(update={"licence": licence}) if licence else columns
        if bulk_:
            _bulk(file, columns, batch, refused, private=private, dry_run=dry_run, as_json=as_json)
            return
        with _fetched(file) as path:
            prepared = prepare(path, columns, name=batch, private=private)
        tried = _spread(prepared, workers, dask, dry_run=dry_run, quiet=as_json)
        if refused is not None:
            write_refused(refused, prepared.refused, columns.table)
        _tell(tried, columns, dry_run=dry_run, as_json=as_json)


def _bulk(
    file: str,
    columns: Mapping,
    name: str | None,
    refused: Path | None,
    *,
    private: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    if private or dry_run:
        raise InvalidInput(
            f"--bulk does not go with {'--private' if private else '--dry-run'}",
            where="--bulk",
            remedy="leave one of them out",
        )
    with _fetched(file) as path:
        report = bulk(path, columns, name=name, refused=refused, quiet=as_json)
    _tell(Tried(report), columns, dry_run=False, as_json=as_json)


@contextmanager
def _fetched(file: str) -> Generator[Path]:
    """The list as a file; one from an address goes when it has been read."""
    with tempfile.TemporaryDirectory() as folder:
        yield _path(file, Path(folder))


def _path(file: str, folder: Path) -> Path:
    if is_web(file):
        return fetched(file, folder, policy())
    path = Path(file)
    if not path.is_file():
        raise InvalidInput(f"no file {file!r}", where="file", remedy="give the path or the address of a list")
    return path


def _propose(path: Path) -> None:
    """A mapping on standard output, to be kept and looked over, and what it makes of the first rows beside it."""
    proposal = proposed(path)
    typer.echo(as_yaml(proposal), nl=False)
    prepared = prepare(path, as_mapping(proposal))
    table = Table("row", "authority", "kind", "target", "date", "sum")
    for one in prepared.entries[:SHOWN]:
        table.add_row(
            str(one.number), one.authority, one.kind, one.target or "", one.date or "", sum_text(one.sum)
        )
    console = Console(stderr=True)
    console.print(table)
    for reason, numbers in list(prepared.report.reasons.items())[:SHOWN]:
        console.print(f"rows {_numbers(numbers)}: {reason}", markup=False)


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:SHOWN])) + (" …" if len(numbers) > SHOWN else "")


async def _store(*, quiet: bool) -> Store:
    connection = await asyncio.to_thread(ensure, load_settings(), Silent() if quiet else Terminal())
    return Store(connection)


def _spread(
    prepared: Prepared, workers: int | None, dask: str | None, *, dry_run: bool, quiet: bool
) -> Tried:
    authorities = {one.authority for one in prepared.entries}
    tasks = len(authorities) if workers or len(prepared.entries) > _MANY else 1
    with spread(workers, tasks, dask) as (executor, count):
        where = Spread(executor, count)
        if dry_run:
            return asyncio.run(dry(prepared, where, quiet=quiet))
        return Tried(asyncio.run(_bring(prepared, where, quiet=quiet)))


async def _bring(prepared: Prepared, where: Spread, *, quiet: bool) -> Report:
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    async with await _store(quiet=quiet) as store:
        await migrations.migrate(store)
        with Progress(*columns, console=Console(stderr=True, quiet=quiet), transient=True) as bar:
            task = bar.add_task("Importing rows", total=prepared.report.rows)
            return await bring(store, prepared, lambda done: bar.update(task, completed=done), spread=where)


async def _undo(id_: str) -> int:
    async with await _store(quiet=False) as store:
        return await undo(store, id_)


async def _rows(id_: str) -> None:
    async with await _store(quiet=False) as store:
        after: str | None = ""
        while after is not None:
            found = await private_rows(store, id_, after)
            after = str(found[-1]["position"]) if found else None
            for row in found:
                del row["position"]
                typer.echo(orjson.dumps(row).decode())


async def _list() -> None:
    async with await _store(quiet=False) as store:
        found = await batches.batches(store)
    table = Table("batch", "tier", "facts", "file", "until", "recorded", "state")
    for row in found:
        table.add_row(
            row.id,
            row.tier,
            f"{row.facts:,}",
            row.file,
            row.until or "",
            row.recorded[:10],
            "whole" if row.report else "cut off",
        )
    Console().print(table)
    typer.echo(f"Shipped mappings: {', '.join(shipped())}.")


def _tell(tried: Tried, columns: Mapping, *, dry_run: bool, as_json: bool) -> None:
    report = tried.report
    if as_json:
        told = _plain(report) | ({} if tried.met else dict.fromkeys(_OF_THE_GRAPH))
        more = {"dry_run": dry_run, "note": tried.note}
        typer.echo(orjson.dumps({**told, **more}, option=orjson.OPT_INDENT_2).decode())
        return
    if report.unchanged:
        typer.echo(f"Nothing changed: the graph holds {columns.title} already.")
        return
    placed = (
        f"{report.new:,} new, {report.matched:,} matched ({report.disputed:,} dispute), {report.to_look_at:,} to be"
        " looked at, "
        if tried.met
        else ""
    )
    typer.echo(
        f"{report.rows:,} rows: {placed}{report.refused:,} refused, {report.filtered:,} left out."
        f"{'' if tried.met else ' Which of the others are new is not known.'}"
    )
    for reason, numbers in report.reasons.items():
        typer.secho(f"rows {_numbers(numbers)}: {reason}", err=True)
    if tried.note:
        typer.secho(tried.note, err=True)
    if dry_run:
        typer.echo("Dry run: nothing was written.")


def _plain(report: Report) -> dict[str, object]:
    return orjson.loads(orjson.dumps(report))
