"""`whofined export`: facts as one file, with the filters and the forms of the service."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer
from pydantic import ValidationError

from app.answers.export import pages
from app.answers.facts import FactPage
from app.answers.private import pages as private_pages
from app.answers.service import Service
from app.formats.export import write
from app.formats.form import Options
from app.formats.registry import FORMS
from app.parameters.fact_query import fact_query
from app.parameters.private import ExportAsked, private_query
from app.settings import load_settings
from graph.connection import Connection
from graph.errors import InvalidInput
from graph.server.local import ensure
from graph.server.progress import Terminal
from graph.store import Store
from graph.vocabulary import TIERS

_FORMS = ", ".join(FORMS)
_MANY = "may be repeated"
_NAMES = {"form": "format", "object_": "object"}


def export(
    to: Annotated[Path, typer.Argument(help="A file, or - for standard output.", allow_dash=True)] = Path(
        "-"
    ),
    form: Annotated[str, typer.Option("--format", help=f"Form of the file: {_FORMS}.")] = "json",
    rows: Annotated[str, typer.Option(help="What one row of a table is: facts, claims or stages.")] = "facts",
    bom: Annotated[bool, typer.Option("--bom", help="Marks CSV as UTF-8, for spreadsheets.")] = False,
    relation: Annotated[list[str] | None, typer.Option(help=f"Only this relation; {_MANY}.")] = None,
    subject: Annotated[list[str] | None, typer.Option(help=f"Who acts; {_MANY}.")] = None,
    object_: Annotated[list[str] | None, typer.Option("--object", help=f"Who is acted on; {_MANY}.")] = None,
    party: Annotated[list[str] | None, typer.Option(help=f"Who has any part; {_MANY}.")] = None,
    country: Annotated[list[str] | None, typer.Option(help=f"Where the authority acts; {_MANY}.")] = None,
    group: Annotated[bool, typer.Option("--group", help="Takes in the groups of those named.")] = False,
    law: Annotated[list[str] | None, typer.Option(help=f"Id of a law; {_MANY}.")] = None,
    status: Annotated[list[str] | None, typer.Option(help=f"How it stands; {_MANY}.")] = None,
    currency: Annotated[list[str] | None, typer.Option(help=f"ISO 4217; {_MANY}.")] = None,
    amount_min: Annotated[float | None, typer.Option(help="In units of the currency, or of EUR.")] = None,
    amount_max: Annotated[float | None, typer.Option(help="In units of the currency, or of EUR.")] = None,
    review: Annotated[
        list[str] | None, typer.Option(help=f"Whether a person has checked it; {_MANY}.")
    ] = None,
    tier: Annotated[
        list[str] | None, typer.Option(help=f"Where it comes from: {', '.join(TIERS)}; {_MANY}.")
    ] = None,
    q: Annotated[str | None, typer.Option(help="Words of the names or the summary.")] = None,
    valid_on: Annotated[str | None, typer.Option(help="How things stood on that day.")] = None,
    known_on: Annotated[str | None, typer.Option(help="What the graph knew on that day.")] = None,
    date_from: Annotated[str | None, typer.Option(help="YYYY, YYYY-MM or YYYY-MM-DD.")] = None,
    date_to: Annotated[str | None, typer.Option(help="YYYY, YYYY-MM or YYYY-MM-DD, taken in.")] = None,
    private: Annotated[
        list[str] | None, typer.Option(help=f"The rows of this private batch instead; {_MANY}.")
    ] = None,
) -> None:
    """Write facts with their evidence; the file appears whole or not at all.

    Examples: whofined export facts.json · whofined export --format csv --relation FINED fines.csv ·
    whofined export --format xlsx --country FR --date-from 2022 france.xlsx
    """
    given = {_NAMES.get(name, name): value for name, value in locals().items() if value is not None}
    del given["to"]
    asked = _checked(given | {"sort": "date:asc"})
    if str(to) == "-":
        asyncio.run(_write(ensure(load_settings(), Terminal()), asked, sys.stdout.buffer))
        return
    _save(asked, to)


def _save(asked: ExportAsked, to: Path) -> None:
    if not to.parent.is_dir():
        raise InvalidInput("there is no such folder", where=str(to.parent), remedy="make it, or name another")
    connection = ensure(load_settings(), Terminal())
    partial = to.with_name(f".{to.name}.partial")
    try:
        with partial.open("wb") as out:
            count = asyncio.run(_write(connection, asked, out))
        partial.replace(to)
    except OSError as error:
        raise InvalidInput(f"the file cannot be written: {error.strerror}", where=str(to)) from error
    finally:
        partial.unlink(missing_ok=True)
    typer.echo(f"{count:,} facts in {to}", err=True)


def _checked(given: dict[str, Any]) -> ExportAsked:
    try:
        return ExportAsked.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        where = f"--{str(first['loc'][0]).replace('_', '-')}"
        valid = (first.get("ctx") or {}).get("expected")
        raise InvalidInput(str(first["msg"]), where=where, remedy=str(valid) if valid else None) from error


async def _write(connection: Connection, asked: ExportAsked, out: BinaryIO) -> int:
    async with Store(connection) as store:
        service, stages = Service(store=store), asked.rows == "stages"
        if asked.private:
            read = private_pages(service, private_query(asked.private, asked), stages=stages)
        else:
            read = pages(service, fact_query(asked), stages=stages)
        first = await anext(read)

        async def every() -> AsyncIterator[FactPage]:
            yield first
            async for page in read:
                yield page

        async for part in write(every(), asked.format, asked.rows, Options(bom=asked.bom)):
            out.write(part)
    return first.total.value
