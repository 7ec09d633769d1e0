"""`whofined export`: all facts as one file, read page by page."""

import asyncio
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, BinaryIO, Literal

import orjson
import typer

from app.formats import as_csv, ndjson
from app.shapes import FACT_COLUMNS, Json, fact
from graph.errors import InvalidInput
from graph.local import ensure
from graph.reads import facts
from graph.reads.facts import Filters, Question
from graph.settings import Connection, load_settings
from graph.store import Store
from graph.vocabulary import RELATIONS

_PAGE = 500


def export(
    to: Annotated[Path, typer.Argument(help="A file, or - for standard output.", allow_dash=True)] = Path(
        "-"
    ),
    form: Annotated[
        Literal["json", "ndjson", "csv"], typer.Option("--format", help="Form of the file.")
    ] = "json",
    relation: Annotated[list[str] | None, typer.Option(help="Only this relation; may be repeated.")] = None,
) -> None:
    """Write all facts with their evidence; the file appears whole or not at all.

    Examples: whofined export facts.json · whofined export --format csv --relation FINED fines.csv
    """
    for name in relation or ():
        if name not in RELATIONS:
            raise InvalidInput(f"no relation {name!r}", where="--relation", remedy=", ".join(RELATIONS))
    connection = ensure(load_settings())
    if str(to) == "-":
        asyncio.run(_write(connection, form, relation, sys.stdout.buffer))
        return
    partial = to.with_name(f".{to.name}.partial")
    try:
        with partial.open("wb") as out:
            count = asyncio.run(_write(connection, form, relation, out))
        partial.replace(to)
    finally:
        partial.unlink(missing_ok=True)
    typer.echo(f"{count:,} facts in {to}", err=True)


async def _write(connection: Connection, form: str, relation: list[str] | None, out: BinaryIO) -> int:
    count = 0
    async with Store(connection) as store:
        if form == "json":
            out.write(b"[")
        async for items in _pages(store, relation):
            out.write(_part(form, items, first=count == 0))
            count += len(items)
        if form == "json":
            out.write(b"]\n")
        elif form == "csv" and count == 0:
            out.write(as_csv([], FACT_COLUMNS))
    return count


def _part(form: str, items: list[Json], *, first: bool) -> bytes:
    if form == "ndjson":
        return ndjson(items)
    if form == "csv":
        table = as_csv(items, FACT_COLUMNS)
        return table if first else table.split(b"\r\n", 1)[1]
    return (b"" if first else b",\n") + b",\n".join(orjson.dumps(item) for item in items)


async def _pages(store: Store, relation: list[str] | None) -> AsyncIterator[list[Json]]:
    question = Question(Filters(relations=relation or None), order="asc", limit=_PAGE)
    while True:
        page = await facts.page(store, question)
        if page.items:
            yield [fact(item) for item in page.items[:_PAGE]]
        if len(page.items) <= _PAGE:
            return
        question = replace(question, after=page.keys[_PAGE - 1])
