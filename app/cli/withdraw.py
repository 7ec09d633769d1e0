"""`whofined withdraw`: takes back what a document said, and lists what was taken back."""

from typing import Annotated, Any

import orjson
import typer
from rich.console import Console

from app.cli.session import with_store
from app.cli.tables import table
from graph.errors import InvalidInput
from graph.reads import documents
from graph.reads.documents import DocumentQuery
from graph.store import Store
from seed.ingest import write

_USES = 'whofined withdraw DOCUMENT_ID --reason "…" · whofined withdraw --list'


def withdraw(
    document: Annotated[
        str | None, typer.Argument(metavar="[DOCUMENT_ID]", help="As its claims name it.")
    ] = None,
    reason: Annotated[str, typer.Option(help="Why; it is shown wherever the document was cited.")] = "",
    listed: Annotated[bool, typer.Option("--list", help="List what was withdrawn, the last first.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=500, help="How many to list.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of lines.")] = False,
) -> None:
    """Withdraw a document: its claims support nothing any more; facts that stood on it alone become tombstones.

    It is gone from lists, search and counts; its address says when and why it went.

    Example: whofined withdraw ico-fines-acme-1a2b3c4d5e6f --reason "retracted by the paper"
    """
    if listed == (document is not None):
        raise InvalidInput("name a document, or ask for the list", where="withdraw", remedy=_USES)
    if document is None:
        _list(limit, as_json=as_json)
        return
    if not reason.strip():
        raise InvalidInput("a withdrawal needs a reason", where="--reason", remedy=_USES)
    buried = with_store(lambda store: write.withdraw(store, document, reason.strip()))
    if as_json:
        _print_json({"document": document, "facts": buried})
        return
    typer.echo(f"Withdrawn: {document}.")
    for fact in buried:
        typer.echo(f"  no longer held: {fact}")


def _list(limit: int, *, as_json: bool) -> None:
    async def read(store: Store) -> tuple[list[dict[str, Any]], int]:
        query = DocumentQuery(withdrawn=True, limit=limit)
        return list((await documents.page(store, query)).items[:limit]), await documents.count(store, query)

    items, total = with_store(read)
    if as_json:
        _print_json({"items": items, "total": total})
        return
    if items:
        listed = table("document", "title", "withdrawn", "reason", ids=("document",))
        for item in items:
            listed.add_row(item["id"], item["title"], item["withdrawn"], item["withdrawn_reason"])
        Console().print(listed)
    typer.echo(f"{total:,} {'document was' if total == 1 else 'documents were'} withdrawn.")


def _print_json(value: dict[str, Any]) -> None:
    typer.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())
