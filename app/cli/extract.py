"""`whofined extract`: what documents say, one claim a line; needs no database."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.table import Table

from app.settings import load_settings
from graph.errors import InvalidInput, WhofinedError
from seed.extract import report
from seed.extract.types import Document, Extraction
from seed.llm.choose import extractor as extractor_named
from seed.llm.report import Report, report_of
from seed.reading import Place, Policy, expand, load, read
from seed.reading.content import form
from seed.reading.formats import refuse_unread
from seed.reading.matter import split

_BATCH = 8
_WIDE = 200
"""Columns of a table that goes into a file or a pipe."""
Result = tuple[list[dict[str, object]], Report, str | None] | WhofinedError
"""The claims of one document as JSON rows, counts of a language model, what was not read; or why there are none."""


def extract(
    what: Annotated[list[str], typer.Argument(help="Files, folders, addresses, or - for standard input.")],
    table: Annotated[bool, typer.Option("--table", help="A table for people instead of NDJSON.")] = False,
    asserted: Annotated[bool, typer.Option("--asserted", help="Only what is said to have happened.")] = False,
    extractor: Annotated[str, typer.Option(help="rules, llm (an OpenAI-compatible API), or both.")] = "rules",
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes to spread documents over.")] = 1,
) -> None:
    """Print the claims of documents, each with its quote and offsets; no database is needed.

    Examples: whofined extract article.html · whofined extract --table notes/ · cat a.txt | whofined extract -
    """
    run = partial(_claims, extractor_named(extractor, load_settings()))
    shown: list[dict[str, object]] = []
    said = Report()
    failed: list[WhofinedError] = []
    unread: list[str] = []
    for result in _spread(run, list(expand(what)), workers):
        if isinstance(result, WhofinedError):
            failed.append(result)
            continue
        rows = [row for row in result[0] if not asserted or row["modality"] == "asserted"]
        said += result[1]
        unread += [result[2]] if result[2] else []
        if table:
            shown += rows
        else:
            sys.stdout.buffer.write(b"".join(orjson.dumps(row) + b"\n" for row in rows))
    if table:
        Console(width=None if sys.stdout.isatty() else _WIDE).print(_table(shown))
    sys.stdout.flush()
    if str(said):
        typer.secho(f"The language model: {said}.", err=True)
    for reason in unread:
        typer.secho(f"whofined: {reason}", err=True, fg="yellow")
    for error in failed:
        typer.secho(f"whofined: {error}", err=True, fg="red")
    if failed:
        raise typer.Exit(1)


def _spread(run: Callable[[Place], Result], places: list[Place], workers: int) -> Iterator[Result]:
    """The results of all places in their order, computed here or by other processes."""
    if workers == 1 or len(places) == 1:
        yield from map(run, places)
        return
    with ProcessPoolExecutor(min(workers, len(places))) as pool:
        yield from pool.map(run, places, chunksize=min(_BATCH, -(-len(places) // workers)))


def _claims(run: Callable[[Document], Extraction], place: Place) -> Result:
    """The claims of one place as JSON rows, or the reason why there are none."""
    try:
        document, left_out = _document(place)
        extraction = run(document)
        unread = "; ".join(filter(None, (left_out, extraction.unread)))
        said = f"{place.label}: not read: {unread}" if unread else None
        return list(report.rows(extraction)), report_of(extraction), said
    except WhofinedError as error:
        return error


def _document(place: Place) -> tuple[Document, str | None]:
    """The document behind a place, and what of it is not in its text.

    The text of a plain file stays as it is, so that offsets count in that file.
    """
    raw = load(place, policy=Policy())
    if form(raw) in {"text", "markdown"} and not place.is_web:
        refuse_unread(raw.content, place.label)
        try:
            content = raw.content.decode("utf-8")
            if content.startswith("URL:"):
                return report.document(place.label, content), None
            about, text = split(content, place.label)
        except UnicodeDecodeError:
            pass
        else:
            if not text.strip():
                raise InvalidInput("there is no text in it", where=place.label)
            about_it = about.title, about.url, about.publisher, about.published
            return Document(text, place.label, *about_it), None
    source = read(raw)
    about_it = source.title, source.url, source.publisher, source.published
    return Document(source.text, place.label, *about_it), source.unread


def _table(rows: list[dict[str, object]]) -> Table:
    table = Table("document", "subject", "relation", "object", "amount", "date", "modality", "quote")
    for row in rows:
        amount = f"{row['amount']:,} {row['currency']}" if row["amount"] is not None else ""
        names = [str(dict(side)["name"]) for side in (row["subject"], row["object"])]  # pyright: ignore[reportArgumentType, reportCallIssue]
        quote = " ".join(str(row["quote"]).split())
        table.add_row(
            str(row["document"]), names[0], str(row["relation"]), names[1], amount, str(row["date"] or ""),
            str(row["modality"]), quote if len(quote) <= 120 else quote[:119] + "…",
        )  # fmt: skip
    return table
